import { run } from './bootstrap.mjs';

run(['start', ...process.argv.slice(2)]);
