import 'reflect-metadata';
import { runMigrations } from '@karez/service';
import { portal } from './definition.js';

await runMigrations(portal);
