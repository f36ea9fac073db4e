import { Injectable } from '@nestjs/common';
import type { EventEnvelope } from '@karez/contracts-kernel';
import { MeetingMoved, OutgoingMoved, SupervisionMoved } from '@karez/contracts-oa';
import { ReactsTo } from '@karez/messaging';
import type { Tx } from '@karez/persistence';
import { SearchEntries } from './search-entries.js';

interface Row {
  readonly org_id: string;
  readonly title: string;
  readonly number: string | null;
  readonly at: Date;
  readonly texts: unknown;
}

/** The index follows what happened: it is a second late and never in an act's way. */
@Injectable()
export class WhenSubjectMoved {
  constructor(private readonly entries: SearchEntries) {}

  @ReactsTo(OutgoingMoved)
  async outgoing({ data: { documentId } }: EventEnvelope<OutgoingMoved>, tx: Tx): Promise<void> {
    const row = await read(
      tx,
      `select document.org_id, document.title, document.number, document.drafted_at as at, version.text as texts
       from outgoing_document document
       join document_version version on version.document_id = document.id and version.number = document.text_version
       where document.id = $1`,
      documentId,
    );
    if (row) await this.#put(tx, row, { kind: 'outgoing', subjectId: documentId, href: `/oa/documents/${documentId}` });
  }

  @ReactsTo(SupervisionMoved)
  async supervision({ data: { itemId } }: EventEnvelope<SupervisionMoved>, tx: Tx): Promise<void> {
    const row = await read(
      tx,
      `select org_id, title, number, registered_at as at, jsonb_build_array(content, source_text, result) as texts
       from supervision_item where id = $1`,
      itemId,
    );
    if (row) await this.#put(tx, row, { kind: 'supervision', subjectId: itemId, href: `/oa/supervision/${itemId}` });
  }

  @ReactsTo(MeetingMoved)
  async meeting({ data: { meetingId } }: EventEnvelope<MeetingMoved>, tx: Tx): Promise<void> {
    const row = await read(
      tx,
      `select org_id, title, null as number, planned_at as at, jsonb_build_array(place, notes, minutes, (
         select jsonb_agg(topic.title) from meeting_topic held join topic on topic.id = held.topic_id where held.meeting_id = meeting.id)) as texts
       from meeting where id = $1`,
      meetingId,
    );
    if (row) await this.#put(tx, row, { kind: 'meeting', subjectId: meetingId, href: `/oa/meetings/${meetingId}` });
  }

  async #put(
    tx: Tx,
    { org_id, title, number, at, texts }: Row,
    entry: { readonly kind: 'outgoing' | 'supervision' | 'meeting'; readonly subjectId: string; readonly href: string },
  ): Promise<void> {
    await this.entries.put(tx, { ...entry, orgId: org_id, title, number, at, text: written(texts) });
  }
}

const read = async ({ manager }: Tx, sql: string, id: string): Promise<Row | undefined> => (await manager.query<Row[]>(sql, [id]))[0];

/** Whatever was written in words anywhere in it; codes and marks of the structure are left out. */
export function written(texts: unknown): string {
  if (typeof texts === 'string') return /\p{Lo}|\d/u.test(texts) ? texts : '';
  const inside = Array.isArray(texts) ? texts : typeof texts === 'object' && texts !== null ? Object.values(texts) : [];
  return inside
    .map(written)
    .filter((text) => text !== '')
    .join(' ');
}
