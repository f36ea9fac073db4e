import type { OfficialText } from '@karez/contracts-oa';
import { dateInDigits } from './numerals.js';
import type { Imprint } from './paper.js';

type Addressed = Pick<OfficialText, 'addressees' | 'copies' | 'layout' | 'printedBy' | 'printedOn'>;
type Named = readonly { readonly name: string }[];

const named = (bodies: Named): string => bodies.map(({ name }) => name.trim()).join('，');

/** 主送机关 (GB/T 9704 7.3.2): flush left, a full-width colon behind the last; null of an order and of minutes, which have none. */
export function addresseesLine({ addressees, layout }: Addressed): string | null {
  if (addressees.length === 0 || layout === 'order' || layout === 'minutes') return null;
  return `${named(addressees).replace(/[：:]$/, '')}：`;
}

/** 版记 (GB/T 9704 7.4; 10.1: a letter's has neither printer nor date). The list of copies ends with a full stop. */
export function imprintOf({ copies, layout, printedBy, printedOn }: Addressed): Imprint {
  const printed = layout !== 'letter';
  return {
    copies: copies.length > 0 ? sentence(named(copies)) : null,
    printer: printed && printedBy ? printedBy : null,
    date: printed && printedOn ? `${dateInDigits(printedOn)}印发` : null,
  };
}

/** Addressees that leave no room for text on the first page go to the 版记, above the copies. */
export const movedAddressees = ({ addressees }: Addressed): string => sentence(named(addressees));

const sentence = (names: string): string => `${names.replace(/[。．.]$/, '')}。`;
