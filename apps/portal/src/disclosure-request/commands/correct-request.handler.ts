import { Injectable } from '@nestjs/common';
import type { CorrectDisclosureRequest, DisclosureProgress } from '@karez/contracts-portal';
import type { Ctx } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { WorkingDays } from '../../calendar/working-days.js';
import { readableTexts } from '../../letter/citizen-texts.js';
import { DisclosureRequest } from '../disclosure-request.entity.js';
import { FollowedRequests } from '../followed-requests.js';

/** 补正公开申请, by who has the codes. */
@Injectable()
export class CorrectRequestHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly followed: FollowedRequests,
    private readonly days: WorkingDays,
  ) {}

  /** @throws DomainError `request.invalid`, `portal.letter.code_wrong`, `state.move_refused` when no correction was asked */
  async execute(given: CorrectDisclosureRequest, ctx: Ctx): Promise<DisclosureProgress> {
    const { information } = readableTexts(given, { information: 10 });
    const { id } = await this.followed.find(given);
    await this.unitOfWork.run(ctx, async (tx) => {
      const request = await tx.load(DisclosureRequest, id);
      request.correct(information, { calendar: await this.days.calendar(tx.manager), now: ctx.now });
      await tx.save(request);
      return {};
    });
    return this.followed.progress(given);
  }
}
