import 'reflect-metadata';
import { runMigrations } from '@karez/service';
import { oa } from './definition.js';

await runMigrations(oa);
