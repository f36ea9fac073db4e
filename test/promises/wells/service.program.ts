import 'reflect-metadata';
import { runService } from '@karez/service';
import { meter } from './meter.module.js';
import { wells } from './wells.module.js';

// Runs one of the two services as a process of its own, to be killed by a spec.
await runService(process.argv[2] === 'meter' ? meter : wells);
console.log('up');
