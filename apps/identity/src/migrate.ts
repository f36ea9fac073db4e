import { runMigrations } from '@karez/service';
import { identity } from './definition.js';

await runMigrations(identity);
