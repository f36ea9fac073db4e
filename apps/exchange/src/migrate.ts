import 'reflect-metadata';
import { runMigrations } from '@karez/service';
import { exchange } from './definition.js';

await runMigrations(exchange);
