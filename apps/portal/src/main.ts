import 'reflect-metadata';
import { runService } from '@karez/service';
import { portal } from './definition.js';

await runService(portal);
