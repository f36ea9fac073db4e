import type { OutgoingNumber, Issuer } from '@karez/contracts-oa';

/** 成文日期 and 印发日期 in Arabic digits, the year in full, month and day without a leading zero (GB/T 9704 7.3.5.4): `2026年11月7日`. */
export function dateInDigits(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** 发文字号 (GB/T 9704 7.2.5): the year in hexagonal brackets, the running number without 第 and without leading zeros: `新水办〔2026〕7号`. */
export const numberInText = ({ code, year, serial }: OutgoingNumber): string => `${code}〔${year}〕${serial}号`;

/** 令号 (GB/T 9704 10.2): an order counts through the years of its signer. */
export const orderNumber = ({ serial }: OutgoingNumber): string => `第${serial}号`;

/** 签发人 of a document that goes up, in the order of the issuers; a body without one is left out. */
export const signersOf = (issuers: readonly Issuer[]): string[] => issuers.flatMap(({ signer }) => (signer ? [signer] : []));
