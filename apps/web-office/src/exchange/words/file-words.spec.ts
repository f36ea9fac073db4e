import { scanLook, scanSummary, signatureLook, sizeWords } from './file-words.js';

describe('files in words', () => {
  it.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [88_064, '86 KB'],
    [1_258_291, '1.2 MB'],
    [1_975_684_956, '1.84 GB'],
  ])('%d bytes are %s', (bytes, words) => {
    expect(sizeWords(bytes)).toBe(words);
  });

  it('says that all passed only when all passed', () => {
    expect(scanSummary([{ state: 'clean' }, { state: 'clean' }])).toBe('全部查毒通过');
    expect(scanSummary([{ state: 'clean' }, { state: 'infected' }, { state: 'quarantined' }])).toBe('1 个已隔离，1 个待查毒');
  });

  it('calls a state that this version does not know unknown, never passed', () => {
    expect(scanLook({ state: 'thawing' }).label).toBe('状态未知');
  });

  it('gives the reason of a seal that does not stand, in words or as its code', () => {
    expect(signatureLook({ verdict: 'valid' })).not.toHaveProperty('why');
    expect(signatureLook({ verdict: 'invalid', reason: 'exchange.layout.signature_content_changed' }).why).toBe('盖章后内容已被改动');
    expect(signatureLook({ verdict: 'unverifiable', reason: 'exchange.layout.new' }).why).toBe('原因代码 exchange.layout.new');
  });
});
