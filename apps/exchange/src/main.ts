import 'reflect-metadata';
import { runService } from '@karez/service';
import { exchange } from './definition.js';

await runService(exchange);
