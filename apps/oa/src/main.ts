import 'reflect-metadata';
import { runService } from '@karez/service';
import { oa } from './definition.js';

await runService(oa);
