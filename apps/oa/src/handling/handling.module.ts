import { Global, Module } from '@nestjs/common';
import { Handlings } from './handlings.js';
import { Steps } from './steps.js';

@Global()
@Module({ providers: [Handlings, Steps], exports: [Handlings, Steps] })
export class HandlingModule {}
