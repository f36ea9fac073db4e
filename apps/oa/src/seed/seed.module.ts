import { Global, Module } from '@nestjs/common';
import { Demonstration } from './demonstration.js';
import { DemonstrationTask } from './demonstration.task.js';

@Global()
@Module({ providers: [Demonstration, DemonstrationTask], exports: [Demonstration] })
export class SeedModule {}
