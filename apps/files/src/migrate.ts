import { runMigrations } from '@karez/service';
import { files } from './definition.js';

await runMigrations(files);
