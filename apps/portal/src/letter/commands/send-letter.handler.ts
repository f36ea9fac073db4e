import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Receipt, SendLetter } from '@karez/contracts-portal';
import type { Ctx } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { DataSource } from 'typeorm';
import { WorkingDays } from '../../calendar/working-days.js';
import { PublicSites } from '../../reading/public-sites.js';
import { CitizenCodes } from '../citizen-codes.js';
import { readableTexts } from '../citizen-texts.js';
import { DailyLimit } from '../daily-limit.js';
import { noteStep } from '../letter-steps.js';
import { Letter } from '../letter.entity.js';
import { letterDue } from '../letter.policy.js';

/** 写信: anybody, without signing in; what comes back is all the writer ever needs to follow it. */
@Injectable()
export class SendLetterHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sites: PublicSites,
    private readonly days: WorkingDays,
    private readonly codes: CitizenCodes,
    private readonly limit: DailyLimit,
    @InjectDataSource() private readonly source: DataSource,
  ) {}

  /** @throws DomainError `request.invalid`, `not_found`, `portal.letter.too_many` */
  async execute(written: SendLetter, ctx: Ctx): Promise<Receipt> {
    const request = readableTexts(written, { subject: 4, text: 10, name: 2, address: 0 });
    const { id: siteId, orgId: deskId } = await this.sites.byCode(request.site);
    const check = await this.codes.check(this.source.manager, ctx);
    const sent = await this.unitOfWork.run(ctx, async (tx) => {
      await this.limit.count(tx);
      const receipt = await this.codes.receipt(tx.manager, 'LX', ctx.now);
      const checkHash = await this.codes.hash(tx.manager, receipt, check);
      const calendar = await this.days.calendar(tx.manager);
      const due = letterDue.bind(null, calendar);
      const letter = Letter.receive({ siteId, deskId, receipt, checkHash }, request, due, ctx.now);
      await tx.save(letter);
      await noteStep(tx, letter, 'received');
      return { receipt, receivedAt: ctx.now.toISOString(), dueAt: letter.dueAt.toISOString() };
    });
    return { ...sent, check };
  }
}
