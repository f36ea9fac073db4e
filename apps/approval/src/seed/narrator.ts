import { Injectable } from '@nestjs/common';
import type { Actor } from '@karez/kernel';
import { Tx } from '@karez/persistence';
import type { EntityManager } from 'typeorm';
import { ApplicantActs } from '../case/applicant-acts.js';
import { DecisionActs } from '../case/decision-acts.js';
import { RunningActs } from '../case/running-acts.js';
import { WindowActs } from '../case/window-acts.js';
import { ApprovalCase } from '../case/case.entity.js';
import type { FileOfCase } from '../material/case-files.js';
import { jobContext } from '../jobs/job-context.js';
import type { CaseStory, StoryStep } from './case-story.js';
import { Reviewing } from './reviewing.js';
import { applicantOf, applicants, contextAt, officer, storyId } from './story-people.js';

/** Tells stories through the same doors that people use, at the times at which they are said to have happened. */
@Injectable()
export class Narrator {
  constructor(
    private readonly applicant: ApplicantActs,
    private readonly window: WindowActs,
    private readonly running: RunningActs,
    private readonly decision: DecisionActs,
    private readonly reviewing: Reviewing,
  ) {}

  /** The draft with its form and materials. */
  async begin(manager: EntityManager, story: CaseStory, at: Date, files: ReadonlyMap<string, FileOfCase>): Promise<void> {
    const { itemCode, subject, agentName, values, key } = story;
    const { kind, phone } = applicants[story.applicant]!;
    const tx = as(manager, at, applicantOf(story.applicant));
    const caseId = storyId(key);
    const request = { itemCode, subject, applicantKind: kind, contactPhone: phone, ...(agentName && { agentName }) };
    await this.applicant.draft(tx, request, caseId);
    await this.applicant.save(tx, { caseId, values: { ...values } });
    for (const [code, file] of files) await this.applicant.putMaterial(tx, { caseId, code, mode: 'files', fileIds: [file.id] }, [file]);
  }

  async tell(manager: EntityManager, story: CaseStory, step: StoryStep, at: Date): Promise<void> {
    const caseId = storyId(story.key);
    const [office] = await manager.query<[{ id: string; name: string }]>(
      'select org.id, org.name from "case" kase join org_copy org on org.id = kase.org_id where kase.id = $1',
      [caseId],
    );
    const reason = ('reason' in step && step.reason) || '按程序办理';
    const own = as(manager, at, applicantOf(story.applicant));
    const window = as(manager, at, officer('window', office));
    const leader = as(manager, at, officer('leader', office));
    switch (step.does) {
      case 'submit':
        return void (await this.applicant.submit(own, { caseId }));
      case 'withdraw':
        return void (await this.applicant.withdraw(own, { caseId, reason }));
      case 'rate':
        return void (await this.applicant.rate(own, { caseId, level: step.level, ...(step.text && { text: step.text }) }));
      case 'accept':
        await this.#allPassed(window, caseId);
        return void (await this.window.accept(window, { caseId, joint: step.joint ?? false }));
      case 'silence': {
        const quiet = new Tx(manager, jobContext('acceptBySilence', at), 'approval');
        return void (await this.window.acceptBySilence(quiet, await quiet.load(ApprovalCase, caseId)));
      }
      case 'correct':
        return void (await this.window.correct(window, { caseId, items: [...step.items] }));
      case 'refuse':
        return void (await this.window.refuse(window, { caseId, ...step }));
      case 'supersede':
        return void (await this.window.supersede(window, { caseId, reason }));
      case 'review':
      case 'return':
        return this.reviewing.turn(manager, caseId, step, at);
      case 'suspend':
        return void (await this.running.suspend(window, { caseId, kind: step.kind, workingDays: step.workingDays, reason }));
      case 'resume':
        return void (await this.running.resume(window, { caseId, reason }));
      case 'extend':
        return void (await this.running.extend(leader, { caseId, approver: '高远山', reason }));
      case 'urge':
        return void (await this.running.urge(leader, { caseId, reason }));
      case 'decide':
        return void (await this.decision.decide(leader, { caseId, granted: step.granted, text: step.text }));
      case 'deliver':
        return void (await this.decision.deliver(window, { caseId, way: step.way, receivedBy: story.agentName ?? story.applicant }));
    }
  }

  async #allPassed(tx: Tx, caseId: string): Promise<void> {
    const given = await tx.manager.query<{ code: string }[]>('select code from case_material where case_id = $1', [caseId]);
    for (const { code } of given) await this.window.review(tx, { caseId, code, verdict: 'passed' });
  }
}

const as = (manager: EntityManager, at: Date, actor: Actor): Tx => new Tx(manager, contextAt(at, actor), 'approval');
