import type {
  EvidenceFile,
  EvidenceSignature,
  KeyCertificate,
  SignedStatement,
  StatementBody,
  StatementKind,
} from '@karez/contracts-exchange';
import {
  canonicalBytes,
  canonicalText,
  type JsonValue,
  signDetached,
  type SigningKey,
  sm3,
  type SoftwareCryptoProvider,
} from '@karez/crypto';

// A complete evidence file as the exchange makes it, from invented bodies. Every part is plain data until `sealed` signs the whole, so
// that a test can change one part and have the rest made around it.

export const START = Date.parse('2026-11-23T02:00:00.000Z');
export const minute = (n: number): string => new Date(START + n * 60_000).toISOString();
export const ids = {
  delivery: '01932f00-0000-7000-8000-000000000001',
  dispatch: '01932f00-0000-7000-8000-000000000002',
  sender: '01932f00-0000-7000-8000-00000000000a',
  recipient: '01932f00-0000-7000-8000-00000000000b',
  stranger: '01932f00-0000-7000-8000-00000000000c',
  node: 'node:department',
} as const;
export const names: Record<string, string> = {
  [ids.sender]: '水利厅（示例）',
  [ids.recipient]: '策勒县水利局（示例）',
  [ids.stranger]: '另一单位（示例）',
};

export type Owner = 'root' | 'sender' | 'recipient' | 'stranger';
export type Keys = Readonly<Record<Owner, SigningKey>>;

export async function someKeys(provider: SoftwareCryptoProvider): Promise<Keys> {
  const key = async (owner: string, keyId: string): Promise<SigningKey> => ({
    owner,
    keyId,
    privateKey: await provider.generateKey('sm2'),
  });
  return {
    root: await key(ids.node, 'root-1'),
    sender: await key(ids.sender, 'sender-1'),
    recipient: await key(ids.recipient, 'recipient-1'),
    stranger: await key(ids.stranger, 'stranger-1'),
  };
}

export const pointOf = ({ privateKey }: SigningKey): string => privateKey.publicKey.toBytes().toString('hex');
export const fingerprintOf = ({ privateKey }: SigningKey): string => sm3(privateKey.publicKey.toBytes()).toString('hex');
export const digestOf = (text: string): string => sm3(Buffer.from(text)).toString('hex');

const sides: Partial<Record<StatementKind, Owner>> = {
  consign: 'sender',
  recall: 'sender',
  revoke: 'sender',
  urge: 'sender',
  acknowledged: 'sender',
};
const clerks: Partial<Record<Owner, StatementBody['by']>> = {
  recipient: { id: '01932f00-0000-7000-8000-0000000000b1', name: '阿依努尔', orgId: ids.recipient },
  sender: { id: '01932f00-0000-7000-8000-0000000000a1', name: '王示例', orgId: ids.sender },
};

export interface Step {
  readonly kind: StatementKind;
  /** Minutes after the start. */
  readonly at: number;
  readonly epoch?: number;
}
/** The ways a delivery goes, each with what was signed on it. */
export const stories = {
  signed: [
    { kind: 'consign', at: 1 },
    { kind: 'custody', at: 2, epoch: 1 },
    { kind: 'urge', at: 30 },
    { kind: 'signed', at: 40, epoch: 2 },
  ],
  rejected: [
    { kind: 'consign', at: 1 },
    { kind: 'custody', at: 2, epoch: 1 },
    { kind: 'rejected', at: 40, epoch: 2 },
  ],
  tombstone: [
    { kind: 'consign', at: 1 },
    { kind: 'recall', at: 20 },
    { kind: 'recalled', at: 21, epoch: 1 },
  ],
  returned: [
    { kind: 'consign', at: 1 },
    { kind: 'custody', at: 2, epoch: 1 },
    { kind: 'signed', at: 40, epoch: 2 },
    { kind: 'returned', at: 50, epoch: 3 },
    { kind: 'acknowledged', at: 60 },
  ],
  revoked: [
    { kind: 'consign', at: 1 },
    { kind: 'custody', at: 2, epoch: 1 },
    { kind: 'signed', at: 40, epoch: 2 },
    { kind: 'revoke', at: 50 },
    { kind: 'declined', at: 60, epoch: 3 },
    { kind: 'revoke', at: 70 },
    { kind: 'revoked', at: 80, epoch: 4 },
  ],
} as const satisfies Record<string, readonly Step[]>;

const eventOf: Partial<Record<StatementKind, string>> = {
  ...{ consign: 'attempt', custody: 'delivered', signed: 'signed_for', rejected: 'rejected', recall: 'recall_asked', recalled: 'recalled' },
  ...{
    returned: 'returned',
    acknowledged: 'acknowledged',
    revoke: 'revoke_asked',
    declined: 'revoke_declined',
    revoked: 'revoked',
    urge: 'urged',
  },
};

/** Makes evidence with keys of its own. `changed` hooks see each part before it is signed. */
export class EvidenceMaker {
  readonly document = {
    ...{ v: 1, kind: 'document', id: '01932f00-0000-7000-8000-000000000003', orgId: ids.sender, orgName: '试水省水利厅', files: [] },
    elements: {
      ...{ title: '关于做好今冬明春水利工作的通知', documentNumber: { agencyCode: '新水办', year: 2026, serial: 128 } },
      issueDate: '2026-11-23',
    },
  };

  constructor(
    readonly provider: SoftwareCryptoProvider,
    readonly keys: Keys,
  ) {}

  sign(text: string, purpose: string, at: string, owner: Owner): Promise<EvidenceSignature> {
    return signDetached(this.provider, Buffer.from(text), { purpose, signedAt: new Date(at) }, this.keys[owner]);
  }

  async signed(value: JsonValue, purpose: string, at: string, owner: Owner): Promise<SignedStatement> {
    const body = canonicalText(value);
    return { body, signature: await this.sign(body, purpose, at, owner) };
  }

  certificate(owner: Owner, changes: object = {}, by: Owner = 'root'): Promise<KeyCertificate> {
    const { owner: id, keyId } = this.keys[owner];
    const body = {
      ...{ v: 1, keyId, owner: id, ownerName: names[id] ?? '', use: 'signature', publicKey: pointOf(this.keys[owner]) },
      ...{ validFrom: minute(-1000), validUntil: minute(1_000_000), ...changes },
    };
    return this.signed(body, 'exchange.certificate', minute(-900), by);
  }

  sealedDocument(owner: Owner = 'sender'): Promise<SignedStatement> {
    return this.signed(this.document, 'exchange.document', minute(0), owner);
  }

  /** What a side says about this delivery. */
  says({ kind, at, epoch }: Step, changes: object = {}): StatementBody {
    const owner = sides[kind] ?? 'recipient';
    return {
      ...{ v: 1, kind, deliveryId: ids.delivery, dispatchId: ids.dispatch, documentDigest: digestOf(canonicalText(this.document)) },
      ...{ senderId: ids.sender, recipientId: ids.recipient, at: minute(at), ...(epoch && { epoch }) },
      ...(kind !== 'consign' && kind !== 'custody' && { by: clerks[owner] }),
      ...(['rejected', 'recall', 'returned', 'revoke'].includes(kind) && { reason: { text: '附件缺失' } }),
      ...changes,
    };
  }

  statement(step: Step, changes: object = {}, owner = sides[step.kind] ?? 'recipient'): Promise<SignedStatement> {
    const body = this.says(step, changes) as unknown as JsonValue;
    return this.signed(body, `exchange.${step.kind}`, minute(step.at), owner);
  }

  /** The timeline: one event for each statement, after `queued`. */
  events(statements: readonly SignedStatement[]): string[] {
    const bare: Record<string, JsonValue>[] = [{ kind: 'queued', at: minute(0), data: {} }];
    for (const { body, signature } of statements) {
      const { kind, at } = JSON.parse(body) as StatementBody;
      bare.push({ kind: eventOf[kind] ?? 'urged', at, data: {}, statement: signature.digest });
    }
    return chained(bare);
  }

  async parts(story: readonly Step[] = stories.signed): Promise<Omit<EvidenceFile, 'seal'>> {
    const statements = await Promise.all(story.map((step) => this.statement(step)));
    const { owner, keyId } = this.keys.root;
    return {
      ...{
        format: 'karez-evidence/1',
        deliveryId: ids.delivery,
        exportedAt: minute(120),
        document: await this.sealedDocument(),
        statements,
      },
      events: this.events(statements),
      certificates: [await this.certificate('sender'), await this.certificate('recipient')],
      roots: [{ owner, keyId, publicKey: pointOf(this.keys.root), validFrom: minute(-2000) }],
      revocations: [],
    };
  }

  /** The bytes of the file: sealed by the root key over everything else. */
  async sealed(parts: Omit<EvidenceFile, 'seal'>): Promise<Buffer> {
    const value = { ...parts } as unknown as Record<string, JsonValue>;
    const seal = await this.sign(canonicalText(value), 'exchange.evidence', parts.exportedAt, 'root');
    return canonicalBytes({ ...value, seal: seal as unknown as JsonValue });
  }

  async file(
    story: readonly Step[] = stories.signed,
    change: (parts: Omit<EvidenceFile, 'seal'>) => object | Promise<object> = () => ({}),
  ): Promise<Buffer> {
    const parts = await this.parts(story);
    return this.sealed({ ...parts, ...(await change(parts)) });
  }
}

/** Numbered, each with the hash of the one before. */
export function chained(bare: readonly Record<string, JsonValue>[]): string[] {
  let previous = '0'.repeat(64);
  return bare.map((event, index) => {
    const text = canonicalText({ v: 1, deliveryId: ids.delivery, side: 'sender', seq: index + 1, previous, ...event });
    previous = digestOf(text);
    return text;
  });
}
