import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Receipt, RequestDisclosure } from '@karez/contracts-portal';
import type { Ctx } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { DataSource } from 'typeorm';
import { WorkingDays } from '../../calendar/working-days.js';
import { CitizenCodes } from '../../letter/citizen-codes.js';
import { readableTexts } from '../../letter/citizen-texts.js';
import { DailyLimit } from '../../letter/daily-limit.js';
import { PublicSites } from '../../reading/public-sites.js';
import { DisclosureRequest } from '../disclosure-request.entity.js';

/** 申请公开政府信息: by a person or an organisation whose number holds by its check digit. */
@Injectable()
export class RequestDisclosureHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sites: PublicSites,
    private readonly days: WorkingDays,
    private readonly codes: CitizenCodes,
    private readonly limit: DailyLimit,
    @InjectDataSource() private readonly source: DataSource,
  ) {}

  /** @throws DomainError `request.invalid`, `not_found`, `portal.letter.too_many`, `portal.request.identity_invalid` */
  async execute(written: RequestDisclosure, ctx: Ctx): Promise<Receipt> {
    const asked = readableTexts(written, { name: 2, information: 10, address: 0, purpose: 0 });
    const { id: siteId, orgId } = await this.sites.byCode(asked.site);
    const check = await this.codes.check(this.source.manager, ctx);
    const received = await this.unitOfWork.run(ctx, async (tx) => {
      await this.limit.count(tx);
      const receipt = await this.codes.receipt(tx.manager, 'SQ', ctx.now);
      const checkHash = await this.codes.hash(tx.manager, receipt, check);
      const moment = { calendar: await this.days.calendar(tx.manager), now: ctx.now };
      const request = DisclosureRequest.receive({ siteId, orgId, receipt, checkHash }, asked, moment);
      await tx.save(request);
      return { receipt, receivedAt: ctx.now.toISOString(), ...(request.dueAt && { dueAt: request.dueAt.toISOString() }) };
    });
    return { ...received, check };
  }
}
