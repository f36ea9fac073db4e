import { Controller } from '@nestjs/common';
import type * as contract from '@karez/contracts-approval';
import { taskApi } from '@karez/contracts-approval';
import type { Page } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { ActOnTaskHandler } from './commands/act-on-task.handler.js';
import { TaskActs } from './task-acts.js';
import { TaskLists } from './task.lists.js';

type Acted = contract.TaskActed;

@Controller()
export class TaskController implements Handlers<typeof taskApi> {
  constructor(
    private readonly lists: TaskLists,
    private readonly acting: ActOnTaskHandler,
    private readonly acts: TaskActs,
  ) {}

  @Handles(taskApi.listTasks)
  listTasks(request: contract.ListTasks, ctx: Ctx): Promise<Page<contract.TaskView>> {
    return this.lists.page(request, ctx);
  }
  @Handles(taskApi.claimTask)
  claimTask(request: contract.GetTask, ctx: Ctx): Promise<Acted> {
    return this.acting.execute(ctx, request.taskId, (tx) => this.acts.claim(tx, request));
  }
  @Handles(taskApi.releaseTask)
  releaseTask(request: contract.GetTask, ctx: Ctx): Promise<Acted> {
    return this.acting.execute(ctx, request.taskId, (tx) => this.acts.release(tx, request));
  }
  @Handles(taskApi.completeTask)
  completeTask(request: contract.CompleteTask, ctx: Ctx): Promise<Acted> {
    return this.acting.execute(ctx, request.taskId, (tx) => this.acts.complete(tx, request));
  }
  @Handles(taskApi.returnTask)
  returnTask(request: contract.ReturnTask, ctx: Ctx): Promise<Acted> {
    return this.acting.execute(ctx, request.taskId, (tx) => this.acts.returnTo(tx, request));
  }
  @Handles(taskApi.transferTask)
  transferTask(request: contract.HandTask, ctx: Ctx): Promise<Acted> {
    return this.acting.execute(ctx, request.taskId, (tx) => this.acts.transfer(tx, request));
  }
  @Handles(taskApi.delegateTask)
  delegateTask(request: contract.HandTask, ctx: Ctx): Promise<Acted> {
    return this.acting.execute(ctx, request.taskId, (tx) => this.acts.delegate(tx, request));
  }
  @Handles(taskApi.addSign)
  addSign(request: contract.AddSign, ctx: Ctx): Promise<Acted> {
    return this.acting.execute(ctx, request.taskId, (tx) => this.acts.addSign(tx, request));
  }
  @Handles(taskApi.consultTask)
  consultTask(request: contract.HandTask, ctx: Ctx): Promise<Acted> {
    return this.acting.execute(ctx, request.taskId, (tx) => this.acts.consult(tx, request));
  }
}
