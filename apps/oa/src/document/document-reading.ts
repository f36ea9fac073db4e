import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { scopeSql } from '@karez/auth';
import type { DocumentRecipientView, DocumentVersionView, OutgoingView, RenditionLink } from '@karez/contracts-oa';
import { type Actor, type Ctx, DomainError } from '@karez/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import { StandIns } from '../delegation/stand-ins.js';
import { Handlings } from '../handling/handlings.js';
import { documentScope } from './document-desk.js';
import { DocumentSteps, stepView } from './document-steps.js';
import { DocumentTexts } from './document-texts.js';
import { actsOnDocument, mayWrite } from './document.policy.js';
import { OutgoingDocument } from './outgoing-document.entity.js';
import { Renditions } from './renditions.js';
import { completeText } from './written-text.js';

/** One document on one page: its text, whose turn it is, what was said, and where it went. */
@Injectable()
export class DocumentReading {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly steps: DocumentSteps,
    private readonly texts: DocumentTexts,
    private readonly handlings: Handlings,
    private readonly standIns: StandIns,
    private readonly renditions: Renditions,
  ) {}

  /** @throws DomainError `not_found` */
  async view(documentId: string, { actor, now }: Pick<Ctx, 'actor' | 'now'>): Promise<OutgoingView> {
    const { manager } = this.source;
    const document = await this.#seen(documentId, actor);
    const [steps, versions, { text }, handlings, recipients, names, office, page] = await Promise.all([
      this.steps.of(manager, documentId),
      this.texts.rows(manager, documentId),
      this.texts.one(manager, documentId, document.textVersion),
      this.handlings.of(manager, documentId),
      recipientsOf(manager, documentId),
      namesOf(manager, document),
      this.#isOffice(manager, document, actor),
      this.renditions.of(manager, document),
    ]);
    const open = steps.filter(({ state }) => state === 'open');
    const entrusted = await this.standIns.entrustedTo(manager, actor.id, now);
    const forOutgoing = entrusted.filter(({ kinds }) => kinds.length === 0 || kinds.includes('outgoing'));
    const standing = { document, open, office, holders: [actor.id, ...forOutgoing.map(({ fromId }) => fromId)] };
    const { number, signedByName, signedAt, signedDigest, sealedByName, sealedAt, copies, voidReason, dispatchId, version } = document;
    return {
      ...{ id: document.id, title: document.title, genre: document.genre, urgency: document.urgency, state: document.state },
      ...{ orgId: document.orgId, orgName: names.org, drafterName: document.drafterName, draftedAt: document.draftedAt.toISOString() },
      ...{ movedAt: document.movedAt.toISOString(), waitingFor: open.map(({ name }) => name) },
      ...{ text: completeText(text, document, names.host), textVersion: document.textVersion, digest: document.digest },
      ...(number && { number }),
      ...(signedByName && signedAt && { signedByName, signedAt: signedAt.toISOString() }),
      ...(signedDigest && { signedDigest }),
      ...(sealedByName && sealedAt && { sealedByName, sealedAt: sealedAt.toISOString() }),
      ...(copies && { copies }),
      ...(voidReason && { voidReason }),
      ...(dispatchId && { dispatchId }),
      ...(page ? { rendition: 'ready', pages: page.pages } : isPrinted(document) ? { rendition: 'making' } : {}),
      ...{ steps: steps.map(stepView), versions, handlings, recipients, version },
      ...{ writable: mayWrite(standing, actor), acts: actsOnDocument(standing, actor) },
    };
  }

  /** @throws DomainError `not_found` */
  async version(documentId: string, number: number, { actor }: Ctx): Promise<DocumentVersionView> {
    await this.#seen(documentId, actor);
    return this.texts.one(this.source.manager, documentId, number);
  }

  /** @throws DomainError `not_found`, `oa.document.not_rendered` */
  async page(documentId: string, ctx: Ctx): Promise<RenditionLink> {
    return this.renditions.link(await this.#seen(documentId, ctx.actor), ctx);
  }

  async #seen(documentId: string, actor: Actor): Promise<OutgoingDocument> {
    const { sql, params } = documentScope(actor);
    const query = this.source.manager.createQueryBuilder(OutgoingDocument, 'document').where('document.id = :documentId', { documentId });
    const document = await query.andWhere(sql, params).getOne();
    if (!document) throw new DomainError('not_found', { id: documentId });
    return document;
  }
  async #isOffice(manager: EntityManager, { hostId }: OutgoingDocument, actor: Actor): Promise<boolean> {
    const { sql, params } = scopeSql(actor, 'oa.document.office', { org: 'host.id' });
    const query = manager
      .createQueryBuilder()
      .select('1', 'one')
      .from('(select :hostId::uuid as id)', 'host')
      .setParameter('hostId', hostId);
    return (await query.where(sql, params).getRawOne<{ one: number }>()) !== undefined;
  }
}

/** From the typesetting on there is a page, or one is on its way. */
const isPrinted = ({ state }: OutgoingDocument): boolean =>
  ['proofreading', 'sealing', 'distributing', 'distributed', 'closed', 'archived'].includes(state);

async function namesOf(
  manager: EntityManager,
  { orgId, hostId }: OutgoingDocument,
): Promise<{ readonly org: string; readonly host: string }> {
  const rows = await manager.query<{ id: string; name: string }[]>('select id, name from org_copy where id = any($1::uuid[])', [
    [orgId, hostId],
  ]);
  const name = (id: string): string => rows.find((row) => row.id === id)?.name ?? '';
  return { org: name(orgId), host: name(hostId) };
}

/** Where it was sent; the state is what exchange last said, `queued` until it says something. */
function recipientsOf(manager: EntityManager, documentId: string): Promise<DocumentRecipientView[]> {
  return manager.query<DocumentRecipientView[]>(
    `select recipient.org_id as "orgId", recipient.name, recipient.role, recipient.delivery_id as "deliveryId", coalesce(delivery.state, 'queued') as state
     from document_recipient recipient left join exchange_delivery delivery using (delivery_id)
     where recipient.document_id = $1 order by recipient.place`,
    [documentId],
  );
}
