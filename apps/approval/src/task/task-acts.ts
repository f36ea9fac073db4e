import { Injectable } from '@nestjs/common';
import type { AddSign, CompleteTask, GetTask, HandTask, ReturnTask } from '@karez/contracts-approval';
import { DomainError } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import { type Moved, type Seat, WorkflowEngine } from '@karez/workflow';
import { ApprovalCase } from '../case/case.entity.js';
import { CaseDesk } from '../case/case-desk.js';
import type { Noted } from '../case/case-log.js';
import { CaseRun } from './case-run.js';
import { inOurWords } from './task-refusals.js';

const opinionNames = { agree: '同意', disagree: '不同意', noted: '已阅' } as const;

/** What is done to one task of a case, by whoever holds it or may take it. */
@Injectable()
export class TaskActs {
  constructor(
    private readonly engine: WorkflowEngine,
    private readonly run: CaseRun,
    private readonly desk: CaseDesk,
  ) {}

  claim(tx: Tx, { taskId }: GetTask): Promise<ApprovalCase> {
    return this.#act(tx, taskId, () => this.engine.claim(tx, taskId), () => undefined); // prettier-ignore
  }
  release(tx: Tx, { taskId }: GetTask): Promise<ApprovalCase> {
    return this.#act(tx, taskId, () => this.engine.release(tx, taskId), () => undefined); // prettier-ignore
  }
  /** @throws DomainError `approval.task.opinion_missing`, `approval.task.over` with the evidence of who was first */
  complete(tx: Tx, { taskId, opinion, text }: CompleteTask): Promise<ApprovalCase> {
    if (opinion === 'disagree' && !text?.trim()) throw new DomainError('approval.task.opinion_missing');
    const answer = { outcome: opinion, ...(text && { opinion: text }) };
    const said = (name: string): Noted => ({ kind: 'task_done', text: `${name}：${opinionNames[opinion]}` });
    return this.#act(tx, taskId, () => this.engine.complete(tx, taskId, answer), said);
  }
  /** @throws DomainError `approval.task.no_such_node` */
  returnTo(tx: Tx, { taskId, toNode, reason }: ReturnTask): Promise<ApprovalCase> {
    const said = (name: string, { opened }: Moved): Noted => ({ kind: 'task_returned', text: `${name}退回至${opened[0]?.nodeName ?? toNode}` }); // prettier-ignore
    return this.#act(tx, taskId, () => this.engine.returnTo(tx, taskId, { nodeId: toNode, reason }), said);
  }
  transfer(tx: Tx, request: HandTask): Promise<ApprovalCase> {
    const handOver = { to: personOf(request), reason: request.reason };
    return this.#act(tx, request.taskId, () => this.engine.transfer(tx, request.taskId, handOver), handed(request, '转办'));
  }
  delegate(tx: Tx, request: HandTask): Promise<ApprovalCase> {
    const handOver = { to: personOf(request), reason: request.reason };
    return this.#act(tx, request.taskId, () => this.engine.delegate(tx, request.taskId, handOver), handed(request, '委托'));
  }
  addSign(tx: Tx, request: AddSign): Promise<ApprovalCase> {
    const asked = { when: request.place, seats: [seatOf(request)], reason: request.reason };
    return this.#act(tx, request.taskId, () => this.engine.addSign(tx, request.taskId, asked), handed(request, '加签'));
  }
  consult(tx: Tx, request: HandTask): Promise<ApprovalCase> {
    const asked = { seats: [seatOf(request)], question: request.reason };
    return this.#act(tx, request.taskId, () => this.engine.consult(tx, request.taskId, asked), handed(request, '征求意见'));
  }

  async #act(tx: Tx, taskId: string, work: () => Promise<Moved>, said: Said): Promise<ApprovalCase> {
    const kase = await this.#caseOf(tx, taskId);
    const moved = await inOurWords(work());
    this.run.follow(kase, moved);
    await this.desk.save(tx, kase);
    const own = [...moved.closed, ...moved.changed, ...moved.opened].find(({ id }) => id === taskId);
    const noted = said(own?.nodeName ?? '', moved);
    if (noted) await this.desk.note(tx, kase, { ...noted, orgName: own?.label });
    return kase;
  }

  /** Holds the case before its run, as every act does. @throws DomainError `not_found` */
  async #caseOf(tx: Tx, taskId: string): Promise<ApprovalCase> {
    const [found] = await tx.manager.query<{ caseId: string }[]>(
      `select instance.subject_id as "caseId" from workflow_task task join workflow_instance instance on instance.id = task.instance_id
       where task.id = $1`,
      [taskId],
    );
    if (!found) throw new DomainError('not_found', { id: taskId });
    return tx.load(ApprovalCase, found.caseId);
  }
}

type Said = (name: string, moved: Moved) => Noted | undefined;
const personOf = ({ personId: id, personName: name }: HandTask) => ({ id, name });
const seatOf = (request: HandTask): Seat => ({
  assignee: personOf(request),
  ...(request.orgId && { candidates: [`review@body:${request.orgId}`] }),
});
const handed =
  ({ personName, reason }: HandTask, word: string): Said =>
  (name) => ({ kind: 'task_handed', text: `${name}：${word}（${personName}），${reason}` });
