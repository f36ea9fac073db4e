import { readFileSync } from 'node:fs';
import {
  type CustodyState,
  custodyFlow,
  deliveryMoves,
  type EvidenceFile,
  type SignedStatement,
  statementKinds,
} from '@karez/contracts-exchange';
import { SoftwareCryptoProvider } from '@karez/crypto';
import { CODES, CUSTODY, type EvidenceOptions, RECEIPTS, SIDES, verifyEvidence } from '../../tools/verify-evidence.mjs';
import { chained, EvidenceMaker, fingerprintOf, ids, minute, type Step, stories, someKeys } from './evidence-sample.js';

type Parts = Omit<EvidenceFile, 'seal'>;
const provider = new SoftwareCryptoProvider({ threads: 1 });
let maker: EvidenceMaker;
let root: string;
beforeAll(async () => {
  maker = new EvidenceMaker(provider, await someKeys(provider));
  root = fingerprintOf(maker.keys.root);
});
afterAll(() => provider.close());

const verify = (bytes: Uint8Array, options: EvidenceOptions = {}) => verifyEvidence(bytes, { roots: [root], ...options });
/** Every code with its place, errors and notices alike. */
async function codes(bytes: Uint8Array, options?: EvidenceOptions): Promise<string[]> {
  const { findings } = await verify(bytes, options);
  return findings.map(({ code, at }) => `${code} ${at}`);
}
const made = async (story: readonly Step[], change: (parts: Parts) => object | Promise<object>) => codes(await maker.file(story, change));
const swap = <T>(list: readonly T[], one: number, other: number): T[] =>
  list.map((each, index) => (index === one ? list[other]! : index === other ? list[one]! : each));
const without = <T>(list: readonly T[], index: number): T[] => list.filter((_, at) => at !== index);
const replaced = <T>(list: readonly T[], index: number, by: T): T[] => list.map((each, at) => (at === index ? by : each));

describe('the verifier’s tables', () => {
  it('are the contract’s', () => {
    for (const [state, targets] of Object.entries(custodyFlow.moves))
      expect(new Set(CUSTODY[state as CustodyState])).toEqual(new Set(targets));
    expect(Object.keys(CUSTODY)).toHaveLength(Object.keys(custodyFlow.moves).length);
    expect(Object.keys(SIDES).sort()).toEqual([...statementKinds].sort());
    for (const move of deliveryMoves) {
      if (move.statement)
        expect([move.statement, SIDES[move.statement]]).toEqual([move.statement, move.side === 'custody' ? 'recipient' : 'sender']);
      if (move.side === 'custody') expect(RECEIPTS[move.statement]).toBe(move.to);
    }
  });
});

it('every code of a finding is explained in docs/exchange-evidence.md', () => {
  const page = readFileSync(new URL('../../docs/exchange-evidence.md', import.meta.url), 'utf8');
  expect(CODES.filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
});

describe('good evidence', () => {
  it.each(Object.entries(stories))('passes: %s', async (_, story) => {
    const result = await verify(await maker.file(story));
    expect(result).toMatchObject({ verdict: 'valid', rootCompared: true, findings: [] });
    expect(result.signed.map(({ kind }) => kind)).toEqual(['document', ...story.map(({ kind }) => kind), 'seal']);
    expect(result.signed.every(({ stands }) => stands)).toBe(true);
  });

  it('says who signed what when, and what the custody holder has decided', async () => {
    const result = await verify(await maker.file(stories.signed));
    expect(result).toMatchObject({
      ...{ custody: 'signed_for', deliveryId: ids.delivery, dispatchId: ids.dispatch, events: 5 },
      ...{ sender: { name: '水利厅（示例）' }, recipient: { name: '策勒县水利局（示例）' } },
      document: { title: '关于做好今冬明春水利工作的通知', number: '新水办〔2026〕128号' },
    });
    expect(result.signed.at(-2)).toMatchObject({ kind: 'signed', signedAt: minute(40), by: { name: '阿依努尔' }, root });
  });

  it('stands without a fingerprint to compare, and says that the root was not compared', async () => {
    const result = await verify(await maker.file(), { roots: [] });
    expect(result).toMatchObject({ verdict: 'valid', rootCompared: false, roots: [{ fingerprint: root, compared: false }] });
    expect(result.findings).toMatchObject([{ level: 'notice', code: 'root.not_compared' }]);
  });

  it('needs no more than the latest receipt: an earlier one that has not come yet is a notice', async () => {
    const [, , , signed] = stories.signed;
    const result = await verify(await maker.file([stories.signed[0], signed]));
    expect(result).toMatchObject({ verdict: 'valid', custody: 'signed_for', findings: [{ level: 'notice', code: 'receipt.missing' }] });
  });

  it('may be recalled by the sender alone when it never left', async () => {
    const events = chained([
      { kind: 'queued', at: minute(0), data: {} },
      { kind: 'recalled', at: minute(1), data: {} },
    ]);
    expect(await codes(await maker.file([], () => ({ events })))).toEqual([]);
  });

  it('counts a decline as a decision or not', async () => {
    const [consign, custody, signed, revoke] = stories.revoked;
    const story = [
      consign,
      custody,
      signed,
      revoke,
      { kind: 'declined', at: 60, epoch: 2 },
      { kind: 'revoked', at: 80, epoch: 3 },
    ] as const;
    expect(await codes(await maker.file(story))).toEqual([]);
  });
});

describe('a file', () => {
  it.each([
    ['with a line end behind it', (good: Buffer) => Buffer.concat([good, Buffer.from('\n')]), 'file.not_canonical'],
    ['with a byte order mark', (good: Buffer) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), good]), 'file.not_json'],
    ['with blanks', (good: Buffer) => Buffer.from(JSON.stringify(JSON.parse(good.toString()), null, 1)), 'file.not_canonical'],
    [
      'with a name twice',
      (good: Buffer) => Buffer.from(good.toString().replace('{', '{"format":"karez-evidence/1",')),
      'file.not_canonical',
    ],
    ['that is empty', () => Buffer.alloc(0), 'file.not_json'],
    ['that is no object', () => Buffer.from('[]'), 'file.format'],
    ['with a lone surrogate', () => Buffer.from('{"format":"\\ud800"}'), 'file.not_canonical'],
    ['nested without end', () => Buffer.from('['.repeat(100_000) + ']'.repeat(100_000)), 'file.not_canonical'],
    ['of another format', (good: Buffer) => Buffer.from(good.toString().replace('karez-evidence/1', 'karez-evidence/2')), 'file.format'],
    ['with a member more', (good: Buffer) => Buffer.from(good.toString().replace(/}$/, ',"zzz":1}')), 'file.malformed'],
  ])('%s is refused', async (_, spoil, code) => {
    expect(await codes(spoil(await maker.file()))).toEqual([`${code} file`]);
  });

  it('beyond its bounds is refused before any work', async () => {
    expect(await codes(new Uint8Array(64 * 2 ** 20 + 1))).toEqual(['file.too_large file']);
    const many = (parts: Parts) => ({ statements: Array.from({ length: 10_001 }, () => parts.statements[0]!) });
    expect(await made(stories.signed, many)).toEqual(['file.too_many statements']);
  });
});

describe('evidence is not valid, though the node sealed it,', () => {
  it.each<[string, (parts: Parts) => object | Promise<object>, string[]]>([
    [
      'with two receipts in each other’s place',
      ({ statements }) => ({ statements: swap(statements, 1, 3) }),
      ['receipt.missing statements[1]', 'receipt.order statements[3]'],
    ],
    [
      'with the signatures of two statements exchanged',
      ({ statements: list }) => ({
        statements: swap(list, 0, 3).map(({ signature }, index): SignedStatement => ({ body: list[index]!.body, signature })),
      }),
      ['signature.purpose statements[0]', 'signature.purpose statements[3]'],
    ],
    [
      'with a statement about another document',
      async ({ statements }) => ({
        statements: replaced(statements, 3, await maker.statement(stories.signed[3], { documentDigest: '0'.repeat(64) })),
      }),
      ['statement.mixed statements[3]', 'event.statement events[4]'],
    ],
    [
      'with a statement of another delivery',
      async ({ statements }) => ({
        statements: replaced(statements, 3, await maker.statement(stories.signed[3], { deliveryId: ids.dispatch })),
      }),
      ['statement.mixed statements[3]', 'event.statement events[4]'],
    ],
    [
      'with a receipt that the sender forged',
      async ({ statements }) => ({ statements: replaced(statements, 3, await maker.statement(stories.signed[3], {}, 'sender')) }),
      ['signature.signer statements[3]'],
    ],
    [
      'with a receipt signed by a third body’s key',
      async ({ statements, certificates }) => ({
        statements: replaced(statements, 3, await maker.statement(stories.signed[3], {}, 'stranger')),
        certificates: [...certificates, await maker.certificate('stranger')],
      }),
      ['signature.signer statements[3]'],
    ],
    [
      'with a receipt in whose signature the signer’s name was exchanged',
      async ({ statements, certificates }) => {
        const forged = await maker.statement(stories.signed[3], {}, 'stranger');
        return {
          statements: replaced(statements, 3, { ...forged, signature: { ...forged.signature, signer: ids.recipient } }),
          certificates: [...certificates, await maker.certificate('stranger')],
        };
      },
      ['key.owner statements[3]'],
    ],
    [
      'with a receipt for which the stranger also names the right key',
      async ({ statements }) => {
        const { body, signature } = await maker.statement(stories.signed[3], {}, 'stranger');
        return { statements: replaced(statements, 3, { body, signature: { ...signature, signer: ids.recipient, keyId: 'recipient-1' } }) };
      },
      ['signature.invalid statements[3]'],
    ],
    [
      'with a signature given for another purpose',
      async ({ statements }) => {
        const { body } = statements[3]!;
        return {
          statements: replaced(statements, 3, { body, signature: await maker.sign(body, 'exchange.custody', minute(40), 'recipient') }),
        };
      },
      ['signature.purpose statements[3]'],
    ],
    [
      'with a statement twice',
      ({ statements }) => ({ statements: [...statements, statements[2]!] }),
      ['statement.duplicate statements[4]'],
    ],
    [
      'with a member that nobody knows in a statement',
      async ({ statements }) => ({ statements: replaced(statements, 2, await maker.statement(stories.signed[2], { note: 'x' })) }),
      ['statement.malformed statements[2]', 'event.statement events[3]'],
    ],
    [
      'with a receipt that carries no number',
      async ({ statements }) => ({ statements: replaced(statements, 3, await maker.statement({ kind: 'signed', at: 40 })) }),
      ['statement.malformed statements[3]', 'event.statement events[4]'],
    ],
    [
      'with a statement signed before it was made',
      async ({ statements }) => ({ statements: replaced(statements, 2, await maker.statement(stories.signed[2], { at: minute(31) })) }),
      ['statement.time statements[2]', 'event.statement events[3]'],
    ],
    [
      'with a statement signed after the export',
      async () => ({ statements: [await maker.statement({ kind: 'consign', at: 130 })], events: [] }),
      ['signature.future statements[0]'],
    ],
    [
      'with another body’s document',
      async ({ certificates }) => ({
        document: await maker.sealedDocument('stranger'),
        certificates: [...certificates, await maker.certificate('stranger')],
      }),
      ['statement.mixed statements[0]', 'statement.mixed statements[3]'],
    ],
    [
      'with a signature that says more than a signature does',
      ({ statements: list }) => ({
        statements: replaced(list, 2, { ...list[2]!, signature: { ...list[2]!.signature, note: 'x' } as never }),
      }),
      ['signature.malformed statements[2]', 'event.statement events[3]'],
    ],
    [
      'with a document in another spelling',
      async ({ document: { body } }) => ({
        document: { body: ` ${body}`, signature: await maker.sign(` ${body}`, 'exchange.document', minute(0), 'sender') },
      }),
      ['document.malformed document'],
    ],
    [
      'with a root key off the curve',
      ({ roots: [own] }) => ({ roots: [{ ...own!, publicKey: '04' + '1'.repeat(128) }] }),
      ['root.malformed roots[0]', 'key.unknown seal', 'key.unknown certificates[0]'],
    ],
    [
      'without the certificate of a signer',
      ({ certificates }) => ({ certificates: without(certificates, 1) }),
      ['key.unknown statements[1]', 'key.unknown statements[3]'],
    ],
    [
      'with a certificate that a body gave itself',
      async ({ certificates }) => ({ certificates: replaced(certificates, 1, await maker.certificate('recipient', {}, 'recipient')) }),
      ['key.unknown certificates[1]', 'key.unknown statements[3]'],
    ],
    [
      'with an expired key',
      async ({ certificates }) => ({
        certificates: replaced(certificates, 1, await maker.certificate('recipient', { validUntil: minute(40) })),
      }),
      ['key.not_valid statements[3]'],
    ],
    [
      'with a key that is not valid yet',
      async ({ certificates }) => ({
        certificates: replaced(certificates, 1, await maker.certificate('recipient', { validFrom: minute(3) })),
      }),
      ['key.not_valid statements[1]'],
    ],
    [
      'with a key for encryption',
      async ({ certificates }) => ({
        certificates: replaced(certificates, 1, await maker.certificate('recipient', { use: 'encryption' })),
      }),
      ['key.wrong_use statements[1]'],
    ],
    [
      'with a certified key off the curve',
      async ({ certificates }) => ({
        certificates: replaced(certificates, 1, await maker.certificate('recipient', { publicKey: '04' + '1'.repeat(128) })),
      }),
      ['certificate.malformed certificates[1]'],
    ],
    [
      'with one key number for two keys',
      async ({ certificates }) => ({ certificates: [...certificates, await maker.certificate('stranger', { keyId: 'recipient-1' })] }),
      ['certificate.duplicate certificates[2]'],
    ],
    [
      'with a key that was revoked before it signed',
      () => ({ revocations: [{ keyId: 'recipient-1', revokedAt: minute(40) }] }),
      ['key.revoked_later statements[1]', 'key.revoked statements[3]'],
    ],
    [
      'with a signature of a revoked key that was first seen after the revocation',
      ({ statements }) => ({
        revocations: [{ keyId: 'recipient-1', revokedAt: minute(50) }],
        events: chained(
          [...maker.events(statements)].map((text) => {
            const { kind, at, data, statement } = JSON.parse(text);
            return { kind, data, at: kind === 'signed_for' ? minute(60) : at, ...(statement && { statement }) };
          }),
        ),
      }),
      ['key.revoked_later statements[1]', 'key.revoked statements[3]'],
    ],
    ['with a middle event dropped', ({ events }) => ({ events: without(events, 2) }), ['event.chain events[2]']],
    [
      'with two events exchanged',
      ({ events }) => ({ events: swap(events, 1, 2) }),
      ['event.chain events[1]', 'event.chain events[2]', 'event.chain events[3]'],
    ],
    ['with the first event dropped', ({ events }) => ({ events: without(events, 0) }), ['event.chain events[0]']],
    [
      'with an event of another delivery',
      () => ({ events: chained([{ kind: 'queued', at: minute(0), data: {}, deliveryId: ids.dispatch }]) }),
      ['event.malformed events[0]'],
    ],
    [
      'with events of both sides in one chain',
      () => ({ events: chained(['sender', 'recipient'].map((side) => ({ kind: 'urged', at: minute(0), data: {}, side }))) }),
      ['event.chain events[1]'],
    ],
    [
      'with an event ahead of what was signed',
      () => ({ events: chained([{ kind: 'signed_for', at: minute(40), data: {} }]) }),
      ['event.unproven events[0]'],
    ],
    [
      'with an event that rests on another kind of receipt',
      ({ statements }) => ({
        events: chained([{ kind: 'signed_for', at: minute(40), data: {}, statement: statements[1]!.signature.digest }]),
      }),
      ['event.statement events[0]'],
    ],
    [
      'recalled by the sender alone although it had left',
      () => ({
        events: chained([
          { kind: 'attempt', at: minute(0), data: {} },
          { kind: 'recalled', at: minute(1), data: {} },
        ]),
      }),
      ['event.unproven events[1]'],
    ],
    [
      'with a revocation twice',
      () => ({ revocations: Array(2).fill({ keyId: 'x', revokedAt: minute(1) }) }),
      ['revocation.malformed revocations[1]'],
    ],
    ['with a root twice', ({ roots }) => ({ roots: [...roots, ...roots] }), ['root.duplicate roots[1]']],
  ])('%s', async (_, change, expected) => {
    const bytes = await maker.file(stories.signed, change);
    expect(await codes(bytes)).toEqual(expect.arrayContaining(expected));
    expect((await verify(bytes)).verdict).toBe('invalid');
  });

  it.each<[string, readonly Step[], string[]]>([
    [
      'two endings',
      [...stories.rejected, { kind: 'recall', at: 50 }, { kind: 'recalled', at: 51, epoch: 3 }],
      ['receipt.path statements[4]', 'receipt.two_endings statements[4]'],
    ],
    ['signed for twice', [...stories.signed, { kind: 'signed', at: 50, epoch: 3 }], ['receipt.path statements[4]']],
    [
      'signed for a document under a tombstone',
      [...stories.tombstone, { kind: 'signed', at: 50, epoch: 2 }],
      ['receipt.path statements[3]'],
    ],
    [
      'one number for two decisions',
      stories.signed.map((step) => ('epoch' in step ? { ...step, epoch: 1 } : step)),
      ['receipt.order statements[3]'],
    ],
    [
      'returned without having been signed for',
      [...stories.rejected.slice(0, 2), { kind: 'returned', at: 50, epoch: 2 }],
      ['receipt.path statements[2]'],
    ],
    [
      'declined before it was signed for',
      [...stories.signed.slice(0, 2), { kind: 'revoke', at: 3 }, { kind: 'declined', at: 4, epoch: 1 }],
      ['receipt.path statements[3]'],
    ],
    [
      'recalled without being asked',
      [...stories.signed.slice(0, 2), { kind: 'recalled', at: 50, epoch: 2 }],
      ['statement.unasked statements[2]'],
    ],
    ['held without being consigned', [{ kind: 'custody', at: 2, epoch: 1 }], ['statement.unasked statements[0]']],
  ])('when the recipient has said: %s', async (_, story, expected) => {
    const bytes = await maker.file(story);
    expect(await codes(bytes)).toEqual(expected);
    expect((await verify(bytes)).verdict).toBe('invalid');
  });
});

describe('the root key', () => {
  it('is refused when its fingerprint is another than the one given', async () => {
    const foreign = new EvidenceMaker(provider, await someKeys(provider));
    const bytes = await foreign.file();
    expect(await codes(bytes)).toEqual(['root.foreign roots[0]']);
    expect((await verify(bytes, { roots: [] })).verdict).toBe('valid');
  });

  it('seals the file itself: no body can', async () => {
    const parts = await maker.parts();
    const value = JSON.parse((await maker.sealed(parts)).toString());
    const { canonicalText, canonicalBytes } = await import('@karez/crypto');
    const { seal: _, ...sealed } = value;
    const seal = async (purpose: string, owner: 'root' | 'sender', at = parts.exportedAt) =>
      canonicalBytes({ ...sealed, seal: await maker.sign(canonicalText(sealed), purpose, at, owner) });
    expect(await codes(await seal('exchange.evidence', 'sender'))).toEqual(['key.unknown seal']);
    expect(await codes(await seal('exchange.certificate', 'root'))).toEqual(['signature.purpose seal']);
    expect(await codes(await seal('exchange.evidence', 'root', minute(121)))).toEqual(['seal.time seal']);
  });

  it('may be one for each node: every one of them is compared', async () => {
    const other = await someKeys(provider);
    const theirs = { owner: 'node:county', keyId: 'county-root', publicKey: other.root.privateKey.publicKey.toBytes().toString('hex') };
    const bytes = await maker.file(stories.signed, ({ roots }) => ({ roots: [...roots, { ...theirs, validFrom: minute(-9) }] }));
    expect(await codes(bytes)).toEqual(['root.foreign roots[1]']);
    expect(await codes(bytes, { roots: [root, fingerprintOf(other.root).toUpperCase()] })).toEqual([]);
  });
});
