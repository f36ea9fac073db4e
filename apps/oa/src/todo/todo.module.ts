import { Global, Module } from '@nestjs/common';
import { Todos } from './todos.js';

@Global()
@Module({ providers: [Todos], exports: [Todos] })
export class TodoModule {}
