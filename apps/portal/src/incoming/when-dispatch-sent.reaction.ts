import { Injectable } from '@nestjs/common';
import { DispatchSent, type DocumentType, exchangeWords } from '@karez/contracts-exchange';
import type { EventEnvelope } from '@karez/contracts-kernel';
import type { DisclosureGenre } from '@karez/contracts-portal';
import { chinaDay } from '@karez/kernel';
import { ReactsTo } from '@karez/messaging';
import type { Tx } from '@karez/persistence';
import { PortalConfig } from '../config.js';
import { Arrivals, asText } from './arrivals.js';

const genres: Readonly<Partial<Record<DocumentType, DisclosureGenre>>> = {
  ...{ notice: 'notice', circular: 'notice', opinion: 'opinion', decision: 'decision', resolution: 'decision', reply: 'reply' },
  ...{ announcement: 'announcement', public_notice: 'announcement', report: 'report' },
};

/**
 * 主动公开的公文: a document that was sent becomes a draft. The event tells title, number and kind; the text lies sealed in the exchange, for
 * staff alone, and is filled in by the editor: until then the word check lets the draft go no further.
 */
@Injectable()
export class WhenDispatchSent {
  constructor(
    private readonly arrivals: Arrivals,
    private readonly config: PortalConfig,
  ) {}

  @ReactsTo(DispatchSent)
  async draft({ data, occurredAt }: EventEnvelope<DispatchSent>, tx: Tx): Promise<void> {
    const { documentId, orgId, document } = data;
    if (document.disclosure !== 'active') return;
    const { title, number, documentType } = document;
    const formedOn = chinaDay(new Date(occurredAt));
    const arrival = { origin: 'exchange', key: `exchange/${documentId}`, orgId, column: this.config.documentColumn } as const;
    await this.arrivals.take(tx, { ...arrival, writtenBy: '公文交换自动转入' }, (source) => ({
      ...{ title: title.slice(0, 120), source },
      body: `<p>${asText(title)}</p><p>${asText(number)}</p><p>正文待补录</p>`,
      summary: `${source}${exchangeWords.documentType[documentType]}（${number}），${formedOn} 印发。`.slice(0, 300),
      disclosure: {
        theme: 'other',
        genre: genres[documentType] ?? 'other',
        documentNumber: number.slice(0, 60),
        formedOn,
        validity: 'valid',
      },
    }));
  }
}
