import { Global, Module } from '@nestjs/common';
import { Handlings } from './handlings.js';

@Global()
@Module({ providers: [Handlings], exports: [Handlings] })
export class HandlingModule {}
