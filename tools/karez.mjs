import { run } from './bootstrap.mjs';

run(process.argv.slice(2));
