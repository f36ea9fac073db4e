/**
 * The two palettes of Karez, siblings: office water and portal water, the same sand and ink idea.
 * Every ratio written here is computed again by tokens.spec.ts.
 */

/** Staff workspace. */
export const palette = {
  water: '#0F5C68', // primary: actions, links, current place
  waterDeep: '#0B4A54', // hover and pressed
  waterTint: '#E3EFEF', // selected row, current menu item
  waterLine: '#A9CBCD', // border of a selected or focused area (decorative, never the only sign)
  ink: '#1F2A2C', // titles and body
  ink2: '#4B5658', // values, secondary text
  ink3: '#626B6C', // who, when, captions; the lightest text allowed
  white: '#FFFFFF', // sheets
  sand25: '#FBFAF7', // page
  sand50: '#F6F3ED', // navigation, table head, quiet blocks
  sand100: '#EFEAE0', // hover, skeleton, track of a progress bar
  sand200: '#E4DDCF', // hairlines and card borders
  sand300: '#D2C8B5', // control borders at rest (controls also carry a label)
  sand400: '#8F8470', // marks that must be seen without text: empty wells, chevrons
  red: '#C0161D', // ONLY document heads, seals and overdue
  redTint: '#FBE9E8',
  amber: '#875700', // due today or soon, needs a person
  amberTint: '#FBF0D9',
  amberLamp: '#B47300', // the lamp glyph only
  green: '#2A6B45', // done, verified, in time
  greenTint: '#E5F0E9',
  plum: '#7C3560', // refused, returned, failed, invalid
  plumTint: '#F6EAF1',
  slate: '#5B6770', // not begun, withdrawn, void
  violet: '#5A4B9A', // second author in coloured changes
} as const;
export type OfficeColor = keyof typeof palette;

/** Public site: layer 1 of its stylesheet; the roles that components read are made of these. */
export const portalPalette = {
  water950: '#062F3D', // footer
  water800: '#084A60', // hover and pressed
  water700: '#0B5F7A', // primary
  water500: '#2B7F97',
  water300: '#8FC1D0', // lines of tinted panels, decoration only
  water100: '#D5E6EB',
  water50: '#E6F0F2', // pale panel
  onDeep2: '#CFE3EA', // secondary text in the footer
  white: '#FFFFFF',
  sand50: '#FBF8F2',
  sand100: '#F5EFE3',
  sand200: '#E9DFCC', // hairlines, decoration only
  sand300: '#D8C9AC',
  sand500: '#8A7750', // table heads and outlines that carry meaning
  sand700: '#6B5A3B',
  ink900: '#16242B', // text
  ink600: '#4A5A62', // second text, field borders
  ink500: '#6E7F87',
  apricot: '#FFC84A', // focus
  officialRed: '#B4141E', // the one red line under the masthead, never anything else
  danger: '#9B2C10',
  dangerTint: '#FCEFEA',
  ok: '#1F6B3A',
  okTint: '#E8F3EA',
  warn: '#7A4F00',
  warnTint: '#FFF4D6',
  visited: '#5A4685',
  bars: '#5E9DB0', // second series of charts
} as const;
export type PortalColor = keyof typeof portalPalette;

/** `[colour, ground, ratio, least]`: WCAG contrast of every pair that a screen may use; text needs 4.5, graphics 3. */
type Pair<C> = readonly [of: C, on: C, ratio: number, least: 3 | 4.5];

// prettier-ignore
export const officePairs: readonly Pair<OfficeColor>[] = [
  ['water', 'white', 7.63, 4.5], ['water', 'sand25', 7.31, 4.5], ['water', 'sand50', 6.89, 4.5], ['water', 'waterTint', 6.49, 4.5],
  ['waterDeep', 'white', 9.9, 4.5], ['waterDeep', 'sand25', 9.48, 4.5], ['waterDeep', 'sand50', 8.94, 4.5],
  ['ink', 'white', 14.73, 4.5], ['ink', 'sand25', 14.11, 4.5], ['ink', 'sand50', 13.3, 4.5],
  ['ink', 'plumTint', 12.59, 4.5], ['ink', 'amberTint', 13.02, 4.5], ['ink', 'waterTint', 12.53, 4.5],
  ['ink2', 'white', 7.58, 4.5], ['ink2', 'sand25', 7.26, 4.5], ['ink2', 'sand50', 6.84, 4.5],
  ['ink3', 'white', 5.47, 4.5], ['ink3', 'sand25', 5.24, 4.5], ['ink3', 'sand50', 4.94, 4.5],
  ['sand400', 'white', 3.68, 3], ['amberLamp', 'white', 3.89, 3],
  ['red', 'white', 6.22, 4.5], ['red', 'sand25', 5.96, 4.5], ['red', 'sand50', 5.62, 4.5], ['red', 'redTint', 5.31, 4.5],
  ['amber', 'white', 6.19, 4.5], ['amber', 'sand25', 5.93, 4.5], ['amber', 'sand50', 5.59, 4.5], ['amber', 'amberTint', 5.47, 4.5],
  ['green', 'white', 6.39, 4.5], ['green', 'sand25', 6.12, 4.5], ['green', 'sand50', 5.77, 4.5], ['green', 'greenTint', 5.47, 4.5],
  ['plum', 'white', 8.28, 4.5], ['plum', 'sand25', 7.94, 4.5], ['plum', 'sand50', 7.48, 4.5], ['plum', 'plumTint', 7.08, 4.5],
  ['slate', 'white', 5.8, 4.5], ['slate', 'sand25', 5.56, 4.5], ['slate', 'sand50', 5.24, 4.5],
  ['violet', 'white', 7.22, 4.5], ['violet', 'sand25', 6.92, 4.5], ['violet', 'sand50', 6.52, 4.5],
];

// prettier-ignore
export const portalPairs: readonly Pair<PortalColor>[] = [
  ['ink900', 'white', 15.89, 4.5], ['ink900', 'sand50', 14.99, 4.5], ['ink900', 'water50', 13.71, 4.5], ['ink900', 'apricot', 10.3, 4.5],
  ['ink600', 'white', 7.17, 4.5], ['ink600', 'sand50', 6.76, 4.5], ['ink600', 'sand100', 6.26, 4.5],
  ['water700', 'white', 7.16, 4.5], ['water700', 'sand50', 6.76, 4.5], ['water700', 'sand100', 6.25, 4.5], ['water700', 'water50', 6.18, 4.5],
  ['water800', 'white', 9.73, 4.5], ['white', 'water950', 14.17, 4.5], ['onDeep2', 'water950', 10.68, 4.5], ['apricot', 'water950', 9.19, 3],
  ['sand500', 'white', 4.34, 3], ['bars', 'white', 3.03, 3], ['visited', 'white', 7.93, 4.5],
  ['danger', 'white', 7.6, 4.5], ['danger', 'dangerTint', 6.76, 4.5], ['ok', 'white', 6.52, 4.5], ['ok', 'okTint', 5.72, 4.5], ['warn', 'warnTint', 6.51, 4.5],
];

/** `[fill, border]` of notes; the borders are decoration, words and glyphs carry the meaning. */
export const noteLook = {
  plum: ['#F6EAF1', '#DDBFD0'],
  amber: ['#FBF0D9', '#E8D3A2'],
  water: ['#E3EFEF', '#A9CBCD'],
  sand: ['#F6F3ED', '#E4DDCF'],
} as const;
export type NoteTone = keyof typeof noteLook;

/** Due lamps are derived from working days at render time and never stored. Red is solid, the loudest thing on a page; green is calm. */
export const lampLook = {
  red: { text: palette.white, fill: palette.red, lamp: palette.white },
  yellow: { text: palette.amber, fill: palette.amberTint, lamp: palette.amberLamp },
  green: { text: palette.ink2, fill: 'transparent', lamp: palette.green },
  none: { text: palette.ink3, fill: 'transparent', lamp: palette.sand400 },
} as const;
export type Lamp = keyof typeof lampLook;
