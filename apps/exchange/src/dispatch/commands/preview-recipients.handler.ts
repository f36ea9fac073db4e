import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { scopeSql } from '@karez/auth';
import type { PreviewRecipients, RecipientPreviews } from '@karez/contracts-exchange';
import { chinaDay, type Ctx, DomainError } from '@karez/kernel';
import { DataSource } from 'typeorm';
import { Bodies } from '../../body/bodies.js';
import { OfficialDocument } from '../../document/document.entity.js';
import { Recipients } from '../recipients.js';

/** A look before sending: changes nothing. */
@Injectable()
export class PreviewRecipientsHandler {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly bodies: Bodies,
    private readonly recipients: Recipients,
  ) {}

  async execute(request: PreviewRecipients, { actor, now }: Ctx): Promise<RecipientPreviews> {
    const { sql, params } = scopeSql(actor, 'exchange.dispatch.send', { org: 'document.org_id' });
    const document = await this.source
      .createQueryBuilder(OfficialDocument, 'document')
      .where('document.id = :id', { id: request.documentId })
      .andWhere(sql, params)
      .getOne();
    if (!document) throw new DomainError('not_found', { id: request.documentId });
    const { manager } = this.source;
    const sender = await this.bodies.get(manager, document.orgId);
    const chosen = await this.recipients.resolve(manager, request, { senderId: sender.id, today: chinaDay(now) });
    return { items: await this.recipients.look(manager, sender, document.elements.documentType, chosen) };
  }
}
