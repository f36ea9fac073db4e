import { createHash, generateKeyPairSync } from 'node:crypto';
import { fingerprintOf, inFours, readNodeCard, sameFingerprint } from './node-card.js';
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
  bodies: ['018f0000-0000-7000-8000-000000000001'],
};

describe('the card of another node', () => {
  it('is taken over without what does not belong to it', () => {
    expect(readNodeCard(JSON.stringify({ ...card, fingerprint: 'ff', health: 'up' }))).toEqual({ card });
  });

  it.each([
    ['', '不是节点名片'],
    ['[]', '不是节点名片'],
    [JSON.stringify({ ...card, nodeId: 'Prefecture 1' }), '节点代号'],
    [JSON.stringify({ ...card, name: ' ' }), '节点名称'],
    [JSON.stringify({ ...card, rootKey: card.rootKey.slice(2) }), '根公钥不完整'],
    [JSON.stringify({ ...card, rootKeyId: undefined }), '编号'],
    [JSON.stringify({ ...card, versions: ['1'] }), '版本'],
    [JSON.stringify({ ...card, bodies: ['水利局'] }), '单位编号'],
  ])('that is broken is refused in words (%#)', (text, words) => {
    expect(readNodeCard(text)).toEqual({ problem: expect.stringContaining(words) as string });
  });

  it('has the fingerprint that the server takes: SM3 of its SubjectPublicKeyInfo', () => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'SM2' });
    const der = publicKey.export({ type: 'spki', format: 'der' });
    const point = der.subarray(-65).toString('hex');
    expect(fingerprintOf(point)).toBe(createHash('sm3').update(der).digest('hex'));
  });

  it('is compared by what was read out, but not by less than eight digits', () => {
    const fingerprint = fingerprintOf(card.rootKey);
    expect(sameFingerprint(inFours(fingerprint).toUpperCase(), fingerprint)).toBe(true);
    expect(sameFingerprint(fingerprint.slice(-8), fingerprint)).toBe(true);
    expect(sameFingerprint(fingerprint.slice(-7), fingerprint)).toBe(false);
    expect(sameFingerprint('', fingerprint)).toBe(false);
    expect(sameFingerprint(fingerprint.slice(0, 8), fingerprint)).toBe(false);
  });
});
