import type { PublicSite } from '@karez/contracts-portal';
import { digest } from '../http/encoded.js';

const names = [
  ['page', '--c-bg'],
  ['surface', '--c-bg-soft'],
  ['text', '--c-text'],
  ['muted', '--c-text-2'],
  ['link', '--c-link'],
  ['primary', '--c-primary'],
] as const;

/**
 * The colours of a unit's site, as a sheet of its own: the policy of this site allows no inline style. They hold in the standard display
 * alone; the service has checked that each pair of them can be read.
 */
export function themeSheet({ theme }: Pick<PublicSite, 'theme'>): string {
  const { colours, corners } = theme;
  const lines = names.filter(([name]) => /^#[0-9a-f]{6}$/.test(colours[name])).map(([name, variable]) => `${variable}:${colours[name]}`);
  const strong = /^#[0-9a-f]{6}$/.test(colours.primary) ? [`--c-primary-strong:${colours.primary}`] : [];
  const radius = { square: '0', soft: '2px', round: '8px' }[corners];
  return `html[data-mode='standard']{${[...lines, ...strong, `--radius:${radius}`].join(';')}}`;
}
/** Its address changes when the theme does, so that it may be kept for ever. */
export const themePath = (site: PublicSite): string => `/units/${site.code}/theme.${digest(Buffer.from(themeSheet(site)))}.css`;
