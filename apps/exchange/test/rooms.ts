import { randomBytes } from 'node:crypto';
import type { DocumentElements, Urgency } from '@karez/contracts-exchange';
import type { Permission } from '@karez/contracts-kernel';
import { MasterKeys, SoftwareCryptoProvider } from '@karez/crypto';
import { type Actor, type Ctx, type Grant, newId } from '@karez/kernel';
import { silentWatch } from '@karez/messaging';
import { databaseOptions, migrate, Tx, UnitOfWork } from '@karez/persistence';
import { testDatabase } from '@karez/testing';
import { DataSource } from 'typeorm';
import { Bodies } from '../src/body/bodies.js';
import type { ExchangeConfig } from '../src/config.js';
import { Arrivals } from '../src/custody/arrivals.js';
import { CustodyDesk } from '../src/custody/custody-desk.js';
import { DocumentChecks } from '../src/custody/document-checks.js';
import { RecipientActs } from '../src/custody/recipient-acts.js';
import { Requests } from '../src/custody/requests.js';
import { Deadlines } from '../src/deadline/deadlines.js';
import { OverdueJob } from '../src/deadline/overdue.job.js';
import { OverdueMarks } from '../src/deadline/overdue-marks.js';
import { entities, migrations } from '../src/definition.js';
import { MirrorDesk } from '../src/delivery/mirror-desk.js';
import { SenderActs } from '../src/delivery/sender-acts.js';
import { Deliveries } from '../src/dispatch/deliveries.js';
import { Dispatch } from '../src/dispatch/dispatch.entity.js';
import { type CompleteElements, OfficialDocument } from '../src/document/document.entity.js';
import { SealedDocuments } from '../src/document/sealed-document.js';
import { Statements } from '../src/evidence/statements.js';
import { Timeline } from '../src/evidence/timeline.js';
import { EnsureKeysJob } from '../src/key/ensure-keys.job.js';
import { KeyMaker } from '../src/key/key-maker.js';
import { KeyRing } from '../src/key/key-ring.js';
import { Consignments } from '../src/letter/consignments.js';
import { PostRoom } from '../src/letter/post-room.js';
import { plant, type Region, someRegion } from './bodies.js';

/** What they stand on; the rooms themselves are made after it is there. */
class Ground {
  constructor(
    readonly source: DataSource,
    readonly region: Region,
    readonly crypto: SoftwareCryptoProvider,
    readonly url: string,
    readonly close: () => Promise<void>,
  ) {}
}

/** The rooms of exchange on a database of their own, without bus and clock: each act happens at the time that the spec gives it. */
export class Rooms extends Ground {
  readonly config = { nodeId: 'province', nodeName: '试水省交换节点' } as ExchangeConfig;
  readonly bodies = new Bodies();
  readonly ring = new KeyRing(this.source, this.crypto);
  readonly maker = new KeyMaker(this.ring, this.config, this.crypto);
  readonly keys = new EnsureKeysJob(this.source, this.maker);
  readonly statements = new Statements(this.ring, this.bodies, this.crypto);
  readonly sealed = new SealedDocuments(this.ring, this.crypto);
  readonly timeline = new Timeline(this.crypto);
  readonly deadlines = new Deadlines(this.source);
  readonly desk = new CustodyDesk(this.statements, this.timeline);
  readonly mirror = new MirrorDesk(this.timeline);
  readonly checks = new DocumentChecks(this.sealed, this.ring);
  readonly arrivals = new Arrivals(this.bodies, this.checks, this.sealed, this.deadlines, this.statements, this.desk);
  readonly requests = new Requests(this.desk, this.statements, this.bodies);
  readonly postRoom = new PostRoom(this.bodies, this.statements, this.arrivals, this.requests, this.mirror);
  readonly consignments = new Consignments(this.mirror, this.statements, this.postRoom);
  readonly sending = new SenderActs(this.mirror, this.statements, this.postRoom);
  readonly receiving = new RecipientActs(this.desk, this.statements, this.postRoom);
  readonly deliveries = new Deliveries(this.timeline);
  readonly marks = new OverdueMarks(this.desk, this.mirror, this.deadlines, this.bodies);
  readonly overdue = new OverdueJob(this.source, this.marks, this.deadlines, silentWatch);
  readonly unitOfWork = new UnitOfWork(this.source, 'exchange');
  #serial = 0;

  static async open(region = someRegion()): Promise<Rooms> {
    const database = await testDatabase('exchange-rooms', prepare);
    const source = await new DataSource(
      databaseOptions({ url: database.runtimeUrl, service: 'exchange', entities, migrations }),
    ).initialize();
    await plant(source, region);
    const crypto = new SoftwareCryptoProvider({ masterKeys: MasterKeys.parse(`1:${randomBytes(32).toString('base64')}`), threads: 1 });
    return new Rooms(source, region, crypto, database.runtimeUrl, async () => {
      await source.destroy();
      await crypto.close();
      await database.drop();
    });
  }

  /** What another replica of the service would work with. */
  beside(): Promise<DataSource> {
    return new DataSource(databaseOptions({ url: this.url, service: 'exchange', entities, migrations, poolSize: 2 })).initialize();
  }

  act<R>(actor: Actor, now: Date, work: (tx: Tx) => Promise<R>): Promise<R> {
    return this.source.transaction((manager) => work(new Tx(manager, ctxOf(actor, now), 'exchange')));
  }

  /** One document to some bodies; not yet carried to them. @returns the deliveries' ids in their order */
  sent(from: string, to: readonly string[], now: Date, { urgency = 'none', minutes = null }: Terms = {}): Promise<string[]> {
    const actor = clerkOf(from);
    return this.act(actor, now, async (tx) => {
      const sender = await this.bodies.get(tx.manager, from);
      const bodies = await this.bodies.byIds(tx.manager, to);
      const document = OfficialDocument.draft(newId(), from, this.#elements(urgency), actor, now);
      document.seal(await this.sealed.seal(tx, document, sender, []), actor, now);
      await tx.save(document);
      const facts = { title: document.title, number: document.number, documentType: 'notice', disclosure: 'none' } as const;
      const dispatch = Dispatch.send(
        {
          ...{ id: newId(), orgId: from, documentId: document.id, digest: document.digest!, sentAt: now, sentBy: actor.id },
          ...{ sentByName: actor.name, signWithinMinutes: minutes, replyBy: null, printQuota: 0, note: null },
        },
        facts,
        to.length,
      );
      await tx.save(dispatch);
      return this.deliveries.begin(tx, dispatch, to.map((id) => ({ body: bodies.get(id)!, role: 'primary' }))); // prettier-ignore
    });
  }

  carry(deliveryId: string, now: Date): Promise<void> {
    const letter = { id: newId(), deliveryId, nodeId: '', kind: 'consign', statement: null, attempts: 0 };
    return this.act(clerkOf(newId()), now, (tx) => this.consignments.carry(tx, letter));
  }

  /** Sent to one body and arrived there at that moment. */
  async arrived(from: string, to: string, now: Date, terms: Terms = {}): Promise<string> {
    const [id] = await this.sent(from, [to], now, terms);
    await this.carry(id!, now);
    return id!;
  }

  decide(deliveryId: string, of: string, decision: 'sign' | 'reject' | 'return', now: Date): Promise<void> {
    const actor = clerkOf(of);
    const reason = decision === 'sign' ? {} : { reason: { code: 'other', text: '试' } as const };
    return this.act(actor, now, async (tx) => {
      const custody = await this.receiving.load(tx, deliveryId, decision);
      await this.receiving.decide(tx, custody, decision, { actor, ...reason });
    });
  }

  recall(deliveryId: string, of: string, now: Date): Promise<void> {
    return this.act(clerkOf(of), now, async (tx) => this.sending.recall(tx, await this.sending.load(tx, deliveryId, 'recall'), '试'));
  }

  urge(deliveryId: string, of: string, now: Date): Promise<void> {
    return this.act(clerkOf(of), now, async (tx) => this.sending.urge(tx, await this.sending.load(tx, deliveryId, 'urge'), '试'));
  }

  async kinds(deliveryId: string, side: 'sender' | 'recipient'): Promise<string[]> {
    const rows = await this.source.query<{ kind: string }[]>(
      'select kind from delivery_event where delivery_id = $1 and side = $2 order by seq',
      [deliveryId, side],
    );
    return rows.map(({ kind }) => kind);
  }

  #elements(urgency: Urgency): CompleteElements {
    const elements: DocumentElements = {
      ...{ title: '关于做好冬季输水工作的通知', documentType: 'notice', issueDate: '2026-11-23' },
      documentNumber: { agencyCode: '试水发', year: 2026, serial: ++this.#serial },
    };
    return { ...elements, urgency, securityClass: 'none', disclosure: 'none', issuerMark: '试水' };
  }
}

export interface Terms {
  readonly urgency?: Urgency;
  readonly minutes?: number | null;
}

async function prepare({ url }: { url: string }): Promise<void> {
  await migrate(databaseOptions({ url, service: 'exchange', entities, migrations }));
}

/** Staff of one body; the grant reaches that body alone unless said otherwise. */
export function staff(
  permissions: readonly Permission[],
  orgId = newId(),
  { scope = 'unit', orgIds = [orgId] }: Partial<Grant> = {},
): Actor {
  return { realm: 'staff', id: newId(), name: '试用人', orgId, grants: [{ permissions, scope, orgIds }] };
}
const clerkOf = (orgId: string): Actor => staff(['exchange.inbox.read', 'exchange.inbox.decide', 'exchange.dispatch.send'], orgId);

export function ctxOf(actor: Actor, now = new Date()): Ctx {
  const commandId = newId();
  return {
    ...{ actor, commandId, operation: 'cmd.exchange.spec.v1', requestDigest: commandId, trace: '', now },
    deadline: now.getTime() + 60_000,
  };
}
