import { createHash, generateKeyPairSync } from 'node:crypto';
import type { PeerView } from '@karez/contracts-exchange';
import { joinRequest } from './join-request.js';
import { fingerprintOf, readNodeCard } from './node-card.js';
import { peerTrouble, refusedAt, waitingWords } from './peer-words.js';
import { sm3Hex } from './sm3.js';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('SM3 in the browser', () => {
  it('gives the digests of GB/T 32905-2016, appendix A', () => {
    expect(sm3Hex(bytes('abc'))).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
    expect(sm3Hex(bytes('abcd'.repeat(16)))).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732');
  });

  it('agrees with OpenSSL at every length around a block', () => {
    for (const length of [0, 1, 54, 55, 56, 63, 64, 65, 119, 120, 128]) {
      const message = Uint8Array.from({ length }, (_, at) => (at * 7 + length) % 256);
      expect(sm3Hex(message)).toBe(createHash('sm3').update(message).digest('hex'));
    }
  });
});

const card = {
  nodeId: 'prefecture-653200',
  name: '和田地区交换节点',
  rootKey: `04${'0a'.repeat(64)}`,
  rootKeyId: 'root-1',
  versions: [1],
  rootValidFrom: '2026-11-01T00:00:00.000Z',
};

describe('the card of another node', () => {
  it('is taken over without what does not belong to it', () => {
    expect(readNodeCard(JSON.stringify({ ...card, fingerprint: 'ff', bodies: [] }))).toEqual({ card });
  });

  it.each([
    ['', '不是节点名片'],
    ['[]', '不是节点名片'],
    [JSON.stringify({ ...card, nodeId: 'Prefecture 1' }), '节点代号'],
    [JSON.stringify({ ...card, name: ' ' }), '节点名称'],
    [JSON.stringify({ ...card, rootKey: card.rootKey.slice(2) }), '根公钥不完整'],
    [JSON.stringify({ ...card, rootKeyId: undefined }), '编号'],
    [JSON.stringify({ ...card, versions: ['1'] }), '版本'],
    [JSON.stringify({ ...card, rootValidFrom: '去年' }), '启用时间'],
  ])('that is broken is refused in words (%#)', (text, words) => {
    expect(readNodeCard(text)).toEqual({ problem: expect.stringContaining(words) as string });
  });

  it('has the fingerprint that the server takes: SM3 of its SubjectPublicKeyInfo', () => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'SM2' });
    const der = publicKey.export({ type: 'spki', format: 'der' });
    const point = der.subarray(-65).toString('hex');
    expect(fingerprintOf(point)).toBe(createHash('sm3').update(der).digest('hex'));
  });
});

describe('the form of joining', () => {
  const bodies = [{ id: 'o1', name: '和田地区水利局' }];
  const fields = (...asked: Parameters<typeof joinRequest>) => {
    const made = joinRequest(...asked);
    return 'errors' in made ? made.errors.map(({ field }) => field) : made.request;
  };

  it('says everything that is missing at once, each at its field', () => {
    expect(fields(card, 'push', {})).toEqual(['compared', 'url', 'bodyIds']);
    expect(fields(card, 'held', {})).toEqual(['compared', 'bodyIds']);
    expect(fields(card, 'fetch', { compared: true, url: 'other.example/api', bodyIds: bodies })).toEqual(['url']);
    expect(fields(card, 'nats', { compared: true, bodyIds: Array(501).fill(bodies[0]) })).toEqual(['bodyIds']);
  });

  it('sends an address only over a link that has one', () => {
    const values = { compared: true, url: ' https://other.example/api ', bodyIds: bodies };
    expect(fields(card, 'push', values)).toEqual({ ...card, link: 'push', url: 'https://other.example/api', bodyIds: ['o1'] });
    expect(fields(card, 'nats', values)).toEqual({ ...card, link: 'nats', bodyIds: ['o1'] });
  });
});

const peer: PeerView = {
  ...{ ...card, link: 'push', url: 'https://other.example/api', bodyIds: [], bodyNames: [] },
  ...{ health: 'up', fingerprint: '', joinedAt: '2026-11-01T00:00:00.000Z', waiting: 0, parked: 0 },
};

describe('what is said of a node', () => {
  it('is nothing while nothing is wrong', () => {
    expect(peerTrouble(peer)).toBeUndefined();
    expect(peerTrouble({ ...peer, health: 'new' })).toBeUndefined();
    expect(waitingWords(peer)).toBe('没有');
  });

  it.each(['exchange.peer.silent', 'exchange.node.unknown', 'exchange.node.signature', 'exchange.node.clock', 'something.new'])(
    'of %s is what went wrong and who must act, without the code',
    (lastError) => {
      const { title, step } = peerTrouble({ ...peer, health: 'silent', lastError })!;
      expect(`${title}${step}`).not.toMatch(/exchange|something/);
      expect(step).toMatch(/^请/);
    },
  );

  it('leaves no letter that waits for a person unsaid', () => {
    expect(peerTrouble({ ...peer, parked: 2 })!.title).toContain('2 封');
    expect(waitingWords({ ...peer, waiting: 3, parked: 2 })).toContain('2 封待人工');
  });

  it('puts a refusal at the field that it is about', () => {
    expect(refusedAt('exchange.peer.url_plain')).toBe('url');
    expect(refusedAt('exchange.peer.body_taken')).toBe('bodyIds');
    expect(refusedAt('exchange.peer.key_changed')).toBeUndefined();
  });
});
