import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  type DeliveryEventKind,
  type DeliveryEventView,
  type DeliveryView,
  type Direction,
  documentNumberText,
  type PrintRecord,
  type Side,
} from '@karez/contracts-exchange';
import { DataSource } from 'typeorm';
import { Bodies } from '../body/bodies.js';
import { directionOf } from '../body/routing.policy.js';
import type { Custody } from '../custody/custody.entity.js';
import { Deadlines } from '../deadline/deadlines.js';
import { derivationOf } from '../deadline/derivation.js';
import { Dispatch } from '../dispatch/dispatch.entity.js';
import { sealedFileView } from '../document/document.views.js';
import { SealedDocuments } from '../document/sealed-document.js';

interface EventBody {
  readonly orgName?: string;
  readonly personName?: string;
  readonly receiptNumber?: string;
  readonly data: Record<string, string | number | boolean>;
}
type Common = Pick<DeliveryView, 'document' | 'number' | 'digest' | 'files' | 'timeline' | 'senderName'>;

/** The parts of which a view of one delivery is put together. */
@Injectable()
export class DeliveryParts {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly sealed: SealedDocuments,
    private readonly bodies: Bodies,
    private readonly deadlines: Deadlines,
  ) {}

  /** Document, files and timeline: the same for both sides. */
  async common(deliveryId: string, side: Side, digest: string): Promise<Common> {
    const { says, files } = await this.sealed.get(this.source.manager, digest);
    return {
      ...{ document: says.elements, number: documentNumberText(says.elements.documentNumber), digest, files: files.map(sealedFileView) },
      ...{ senderName: says.orgName, timeline: await this.timeline(deliveryId, side) },
    };
  }

  async timeline(deliveryId: string, side: Side): Promise<DeliveryEventView[]> {
    const rows = await this.source.query<{ seq: number; kind: DeliveryEventKind; at: Date; body: string }[]>(
      'select seq, kind, at, body from delivery_event where delivery_id = $1 and side = $2 order by seq',
      [deliveryId, side],
    );
    return rows.map(({ seq, kind, at, body }) => {
      const { orgName, personName, receiptNumber, data } = JSON.parse(body) as EventBody;
      return {
        ...{ seq, kind, at: at.toISOString(), data },
        ...{ ...(orgName && { orgName }), ...(personName && { personName }), ...(receiptNumber && { receiptNumber }) },
      };
    });
  }

  async between(senderId: string, recipientId: string): Promise<{ direction: Direction; recipientName: string }> {
    const { manager } = this.source;
    const found = await this.bodies.byIds(manager, [senderId, recipientId]);
    const [sender, recipient] = [found.get(senderId), found.get(recipientId)];
    const recipientName = recipient?.name ?? '';
    if (!sender || !recipient) return { direction: 'parallel', recipientName };
    const above = await this.bodies.ancestors(manager, [senderId, recipientId]);
    const none: ReadonlySet<string> = new Set();
    const places = { aboveSender: above.get(senderId) ?? none, aboveRecipient: above.get(recipientId) ?? none };
    return { direction: directionOf({ sender, recipient, ...places }), recipientName };
  }

  /** The deadline and how it came about; nothing once it was decided. */
  async due({ state, dueAt, arrivedAt }: Custody): Promise<Pick<DeliveryView, 'dueAt' | 'due'>> {
    if (!dueAt) return {};
    if (state !== 'delivered') return { dueAt: dueAt.toISOString() };
    return { dueAt: dueAt.toISOString(), due: derivationOf(await this.deadlines.calendar(), arrivedAt, dueAt) };
  }

  async terms(dispatchId: string): Promise<Pick<DeliveryView, 'replyBy' | 'note' | 'printQuota'>> {
    const { replyBy, note, printQuota } = await this.source.manager.findOneByOrFail(Dispatch, { id: dispatchId });
    return { ...(replyBy && { replyBy }), ...(note && { note }), printQuota };
  }

  /** The delivery that takes this one's place, when it came to the same node. */
  async successorOf(deliveryId: string): Promise<string | undefined> {
    const [row] = await this.source.query<{ id: string }[]>('select id from custody where supersedes_id = $1 limit 1', [deliveryId]);
    return row?.id;
  }

  async prints(deliveryId: string): Promise<PrintRecord[]> {
    const rows = await this.source.query<{ at: Date; personName: string; copies: number }[]>(
      'select at, person_name as "personName", copies from print where delivery_id = $1 order by at',
      [deliveryId],
    );
    return rows.map(({ at, ...print }) => ({ ...print, at: at.toISOString() }));
  }
}
