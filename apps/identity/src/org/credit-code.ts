const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The 18th sign of a unified social credit code from the first 17 (GB 32100—2015: weights 3^i mod 31, modulus 31). */
export function creditCheckSign(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const sign of first17) {
    sum += signs.indexOf(sign) * weight;
    weight = (weight * 3) % 31;
  }
  return signs[(31 - (sum % 31)) % 31]!;
}

export const isCreditCode = (code: string): boolean =>
  /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code) && creditCheckSign(code.slice(0, 17)) === code[17];
