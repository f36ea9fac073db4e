export interface Leak {
  readonly kind: 'identity_number' | 'phone' | 'bank_card';
  readonly start: number;
  readonly end: number;
}
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** 公民身份号码: a day that exists, and the check character (GB 11643-1999, ISO 7064 MOD 11-2). */
export function isIdentityNumber(number: string): boolean {
  if (!/^\d{17}[\dX]$/.test(number)) return false;
  const born = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  const day = new Date(`${born}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== born || born < '1900') return false;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return '10X98765432'[sum % 11] === number[17];
}

const creditLetters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** 统一社会信用代码 with its check character (GB 32100-2015). */
export function isCreditCode(code: string): boolean {
  const values = [...code].map((letter) => creditLetters.indexOf(letter));
  if (values.length !== 18 || values.includes(-1)) return false;
  const sum = values.slice(0, 17).reduce((total, value, index) => total + value * (3 ** index % 31), 0);
  return (31 - (sum % 31)) % 31 === values[17];
}

/** Card numbers carry the check digit of ISO/IEC 7812-1 annex B. */
export function isCardNumber(number: string): boolean {
  if (!/^[3-6]\d{15,18}$/.test(number)) return false;
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Numbers of people in a text, also written with spaces, hyphens or full-width digits between. */
export function findLeaks(text: string): Leak[] {
  const plain = [...text].length === text.length ? text.replace(/[０-９Ｘｘ]/g, narrow) : text;
  return [...plain.matchAll(/(?<![\dA-Za-z])\d(?:[ -]?\d){10,18}[Xx]?(?![\dA-Za-z])/g)].flatMap((match): Leak[] => {
    const number = match[0].replace(/[ -]/g, '').toUpperCase();
    const place = { start: match.index, end: match.index + match[0].length };
    if (isIdentityNumber(number)) return [{ kind: 'identity_number', ...place }];
    if (isCardNumber(number)) return [{ kind: 'bank_card', ...place }];
    return /^1[3-9]\d{9}$/.test(number) ? [{ kind: 'phone', ...place }] : [];
  });
}
const narrow = (letter: string): string => String.fromCharCode(letter.charCodeAt(0) - 0xfee0);
