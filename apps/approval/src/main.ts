import 'reflect-metadata';
import { runService } from '@karez/service';
import { approval } from './definition.js';

await runService(approval);
