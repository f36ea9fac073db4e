import 'reflect-metadata';
import { runMigrations } from '@karez/service';
import { approval } from './definition.js';

await runMigrations(approval);
