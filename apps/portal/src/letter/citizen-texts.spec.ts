import { readableTexts } from './citizen-texts.js';

const least = { subject: 2, address: 0 } as const;

it('keeps what people read, and lines', () => {
  const given = { subject: '  春灌\u0000何时\r\n开\u202e闸\u0007 ', address: '渠边', other: '\u0000' };
  expect(readableTexts(given, least)).toEqual({ subject: '春灌何时\n开闸', address: '渠边', other: '\u0000' });
});
it('keeps Uyghur as it is written', () => {
  const subject = 'سۇ باشقۇرۇش\u200cئىدارىسى';
  expect(readableTexts({ subject }, least)).toEqual({ subject });
});
it('refuses what is blank, and leaves out what may be absent', () => {
  const refusal = { code: 'request.invalid', params: { errors: [expect.objectContaining({ field: 'subject', rule: 'isLength' })] } };
  expect(() => readableTexts({ subject: ' \u0000\n ' }, least)).toThrow(expect.objectContaining(refusal));
  expect(readableTexts({ subject: '春灌', address: '  ' }, least)).toEqual({ subject: '春灌', address: undefined });
});
