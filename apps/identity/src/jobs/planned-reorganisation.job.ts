import { Injectable } from '@nestjs/common';
import { type DueTask, OnTask } from '@karez/messaging';
import { reorganiseTask } from '../org/commands/reorganise-org.handler.js';
import { reorganise, type Reorganisation } from '../org/reorganisation.js';

/** Carries out, on its day, a reorganisation that was decided before. One that has become impossible ends as a failed task, which a person sees. */
@Injectable()
export class PlannedReorganisation {
  @OnTask(reorganiseTask)
  carryOut(task: DueTask): Promise<void> {
    return task.complete((tx) => reorganise(tx, task.payload as Reorganisation));
  }
}
