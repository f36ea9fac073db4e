import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { CreateDocument } from '@karez/contracts-exchange';
import { newId } from '@karez/kernel';
import { Tx } from '@karez/persistence';
import { DataSource, type EntityManager } from 'typeorm';
import { Bodies } from '../body/bodies.js';
import { Deadlines } from '../deadline/deadlines.js';
import { Sending } from '../dispatch/sending.js';
import { OfficialDocument } from '../document/document.entity.js';
import { completeElements } from '../document/elements.policy.js';
import { SealedDocuments } from '../document/sealed-document.js';
import { Ending } from './ending.js';
import { clerkOf } from './people.js';
import type { Story } from './story.js';
import { StoryClock } from './story-clock.js';
import { contextAt } from './story-context.js';

/** Tells one story through the same doors that people use, at the times at which it is said to have happened. */
@Injectable()
export class Narrator {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly bodies: Bodies,
    private readonly sealed: SealedDocuments,
    private readonly sending: Sending,
    private readonly ending: Ending,
    private readonly deadlines: Deadlines,
  ) {}

  /** Does nothing for a document that is there already. */
  async tell(story: Story): Promise<void> {
    const { manager } = this.source;
    const senderId = await idOf(manager, story.from);
    const number = [senderId, story.code, story.serial];
    const [told] = await manager.query<unknown[]>('select 1 from document where org_id = $1 and agency_code = $2 and serial = $3', number);
    if (told) return;
    const clock = new StoryClock(await this.deadlines.calendar());
    const sentAt = clock.at(story.daysAgo, story.time);
    const dispatchId = await this.source.transaction(async (inside) => {
      const tx = new Tx(inside, contextAt(sentAt, { id: senderId, name: clerkOf(story.from) }), 'exchange');
      const id = await this.#send(tx, story, senderId);
      // the courier must not deliver it today: the story says when it arrived
      await inside.query(`update letter set state = 'done' where delivery_id in (select id from delivery where dispatch_id = $1)`, [id]);
      await tx.audit();
      return id;
    });
    await this.ending.play(story, dispatchId, sentAt, clock);
  }

  async #send(tx: Tx, story: Story, senderId: string): Promise<string> {
    const sender = await this.bodies.get(tx.manager, senderId);
    const request: CreateDocument = {
      ...{ title: `${sender.shortName ?? sender.name}${story.title}`.replace(/^[^关]*(?=关于)/, ''), documentType: story.type },
      ...{ documentNumber: { agencyCode: story.code, year: tx.ctx.now.getUTCFullYear(), serial: story.serial } },
      ...{ urgency: story.urgency ?? 'none', disclosure: story.disclosure ?? 'none', signatories: [story.signatory] },
      ...{ issueDate: tx.ctx.now.toISOString().slice(0, 10), body: story.body.join('\n') },
      ...(story.annotation && { annotation: story.annotation }),
    };
    const document = OfficialDocument.draft(newId(), senderId, completeElements(request, sender), tx.ctx.actor, tx.ctx.now);
    document.seal(await this.sealed.seal(tx, document, sender, []), tx.ctx.actor, tx.ctx.now);
    await tx.save(document);
    const named = (texts: readonly string[] = []): Promise<string[]> =>
      Promise.all(texts.map((text) => (text.startsWith('group:') ? Promise.resolve(text) : idOf(tx.manager, text))));
    const terms = { printQuota: story.printQuota ?? 0, ...(story.note && { note: story.note }) };
    return this.sending.send(tx, document, {
      documentId: document.id,
      primary: await named(story.to),
      cc: await named(story.cc),
      ...terms,
    });
  }
}

async function idOf(manager: EntityManager, name: string): Promise<string> {
  const [row] = await manager.query<{ id: string }[]>('select id from org_copy where name = $1 and abolished_on is null', [name]);
  if (!row) throw new Error(`the demonstration knows no body ${name}`);
  return row.id;
}
