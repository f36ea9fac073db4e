import { Module } from '@nestjs/common';
import { Typesetter } from './typesetter.js';

/** 版式件: official documents in type. What is kept of them is the caller's. */
@Module({ providers: [Typesetter], exports: [Typesetter] })
export class RenditionModule {}
