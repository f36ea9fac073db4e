import { Controller } from '@nestjs/common';
import type { Page } from '@karez/contracts-kernel';
import type * as contract from '@karez/contracts-oa';
import { todoApi } from '@karez/contracts-oa';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { UrgeTodoHandler } from './commands/urge-todo.handler.js';
import { DoneLists } from './done.lists.js';
import { TodoLists } from './todo.lists.js';

@Controller()
export class TodoController implements Handlers<typeof todoApi> {
  constructor(
    private readonly lists: TodoLists,
    private readonly done: DoneLists,
    private readonly urging: UrgeTodoHandler,
  ) {}

  @Handles(todoApi.listTodos)
  listTodos(request: contract.ListTodos, ctx: Ctx): Promise<Page<contract.TodoRow>> {
    return this.lists.page(request, ctx);
  }
  @Handles(todoApi.countTodos)
  countTodos(request: contract.CountTodos, ctx: Ctx): Promise<contract.TodoCounts> {
    return this.lists.counts(request, ctx);
  }
  @Handles(todoApi.listDone)
  listDone(request: contract.ListDone, ctx: Ctx): Promise<Page<contract.DoneRow>> {
    return this.done.done(request, ctx);
  }
  @Handles(todoApi.listSentTodos)
  listSentTodos(request: contract.ListSentTodos, ctx: Ctx): Promise<Page<contract.SentTodoRow>> {
    return this.done.sent(request, ctx);
  }
  @Handles(todoApi.urgeTodo)
  urgeTodo(request: contract.UrgeTodo, ctx: Ctx): Promise<contract.TodoUrged> {
    return this.urging.execute(request, ctx);
  }
}
