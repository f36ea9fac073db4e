import { titleWidth } from '../title-lines.js';

/** Twentieths of a point, Word's unit. */
export const mm = (value: number): number => Math.round((value * 72 * 20) / 25.4);
/** 28 cells fill 156 mm. */
export const cells = (count: number): number => mm((156 / 28) * count);
/** 22 rows of this exact height fill 225 mm; Word has its lattice without the last space. */
export const rowHeight = mm(225 / 22);
/** Half points. */
export const size2 = 44;
export const size3 = 32;
export const size4 = 28;

/** In cells of size 3. */
export const widthOf = titleWidth;
export const red = 'E60012';
