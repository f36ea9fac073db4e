import { createHash, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { caseStateNames, type GetProgress, type ProgressView } from '@karez/contracts-approval';
import { type Ctx, DomainError } from '@karez/kernel';
import { DataSource } from 'typeorm';
import { Calendars } from '../calendar/calendars.js';
import { derivationLines } from '../clock/derivation.js';
import { dueOf } from '../clock/due.js';
import { tasksOfRun } from '../task/task-rows.js';
import { WrongCodes } from '../register/wrong-codes.js';
import { ApprovalCase } from './case.entity.js';
import { CaseLog } from './case-log.js';
import { masked } from './masked.js';
import { limitOf, runningOf } from './stored-limit.js';

/** Wrong codes that are taken of one address, and for one number, within the time; a code has six digits. */
const most = { address: 10, number: 30 } as const;

/** What anybody may see who has the number and the check code. */
@Injectable()
export class Progress {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly calendars: Calendars,
    private readonly log: CaseLog,
    private readonly wrong: WrongCodes,
  ) {}

  /** @throws DomainError `approval.progress.not_found` for either that is wrong, `approval.progress.too_many` */
  async get({ caseNo, check }: GetProgress, ctx: Ctx): Promise<ProgressView> {
    const limits = { [`number:${caseNo}`]: most.number, ...(ctx.address && { [`address:${ctx.address}`]: most.address }) };
    await this.wrong.assertFew(limits, ctx.now);
    const kase = await this.source.manager.findOneBy(ApprovalCase, { number: caseNo });
    if (!kase?.checkCode || !same(kase.checkCode, check)) {
      await this.wrong.count(limits, ctx.now);
      throw new DomainError('approval.progress.not_found');
    }
    return this.#view(kase);
  }

  async #view(kase: ApprovalCase): Promise<ProgressView> {
    const { manager } = this.source;
    const calendar = await this.calendars.workingCalendar(manager);
    const limits = runningOf(kase.limits).map((stored) => ({ limit: limitOf(stored), due: dueOf(limitOf(stored), calendar) }));
    const nearest = limits.sort((one, other) => (one.due.at?.getTime() ?? Infinity) - (other.due.at?.getTime() ?? Infinity))[0];
    const open = kase.instanceId ? (await tasksOfRun(manager, kase.instanceId)).filter(({ state }) => state === 'open') : [];
    const heldBy = [...new Set(open.flatMap(({ label }) => label ?? []))].join('、');
    return {
      ...{ caseNo: kase.number!, itemName: kase.itemName, state: kase.state, stateName: caseStateNames[kase.state] },
      applicantName: kase.applicantKind === 'person' ? masked(kase.applicantName) : kase.applicantName,
      submittedAt: kase.submittedAt!.toISOString(),
      ...(kase.dueAt && { dueAt: kase.dueAt.toISOString() }),
      provisional: kase.provisional,
      derivation: nearest ? derivationLines(nearest.limit, nearest.due, 'applicant') : [],
      ...(heldBy && { heldBy }),
      steps: (await this.log.of(manager, kase.id, 'applicant')).flatMap(({ at, kind }) => {
        const text = publicWords[kind];
        return text ? [{ at, text }] : [];
      }),
    };
  }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const same = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));

/** What the public reads of the timeline: that it happened, never what was written. */
const publicWords: Readonly<Record<string, string>> = {
  ...{ submitted: '提交申请', accepted: '予以受理', accepted_by_silence: '视为受理', correction_asked: '通知补正', corrected: '已补正' },
  ...{ refused: '不予受理', withdrawn: '申请人撤回', suspended: '进入除外时间', resumed: '除外时间结束', extended: '办理期限延长' },
  ...{ task_done: '一个审查环节已办结', decided: '已作出决定', delivered: '已送达', superseded: '以新申请取代' },
};
