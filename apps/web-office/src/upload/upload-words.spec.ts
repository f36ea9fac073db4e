import { filesErrors } from '@karez/contracts-files';
import { reasonText, remainingText, sentText, sizeText } from './upload-words.js';

const gb = 1024 ** 3;

it.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [65_536, '64 KB'],
  [1.84 * gb, '1.84 GB'],
  [10 * gb, '10 GB'],
])('%p bytes are %s', (bytes, words) => {
  expect(sizeText(bytes)).toBe(words);
});

it('says what has come in the unit of the whole', () => {
  expect(sentText(1.14 * gb, 1.84 * gb)).toBe('1.14 / 1.84 GB');
  expect(sentText(0, 65_536)).toBe('0 / 64 KB');
});

describe('what is left', () => {
  const pace = { sent: 300, sentBefore: 100, since: 0, size: 1_000 };

  it('is worked out from the stretch under way, not from what was there before', () => {
    expect(remainingText(pace, 60_000)).toBe('约剩 4 分');
    expect(remainingText({ ...pace, sentBefore: 0 }, 60_000)).toBe('约剩 2 分');
  });

  it('is not guessed in the first two seconds or without a byte', () => {
    expect(remainingText(pace, 1_999)).toBeUndefined();
    expect(remainingText({ ...pace, sent: 100 }, 60_000)).toBeUndefined();
  });

  it('is said in hours when it is long', () => {
    expect(remainingText(pace, 3_600_000)).toBe('约剩 4 小时');
    expect(remainingText(pace, 5_000)).toBe('不到 1 分');
  });
});

it('says every reason of the files service without a gap and without its code', () => {
  for (const code of Object.keys(filesErrors)) {
    const params = Object.fromEntries(
      [...filesErrors[code as keyof typeof filesErrors].zh.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name!, 'X']),
    );
    expect(reasonText(code, params)).not.toMatch(/[{}]|files\./);
  }
  expect(reasonText('files.unheard_of')).toBe('文件不能使用，请换一个。');
});
