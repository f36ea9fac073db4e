import { type ContrastOfPair, contrastRules, type SiteTheme, type ThemeColours } from '@karez/contracts-portal';
import { DomainError } from '@karez/kernel';

/** Relative luminance by WCAG 2.2 of a colour `#rrggbb`. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio by WCAG 2.2, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Every pair that can meet on a page; the ratio is rounded down, so that 4.499 is never shown as enough. */
export const contrastPairs = (colours: ThemeColours): ContrastOfPair[] =>
  contrastRules.map(({ front, back, least }) => {
    const ratio = Math.floor(contrast(colours[front], colours[back]) * 100) / 100;
    return { front, back, least, ratio, enough: ratio >= least };
  });

/** @throws DomainError `portal.site.contrast` naming each pair that cannot be read */
export function assertReadable({ colours }: SiteTheme): void {
  const poor = contrastPairs(colours).filter(({ enough }) => !enough);
  if (poor.length)
    throw new DomainError('portal.site.contrast', { pairs: poor.map(({ front, back, ratio }) => `${front}/${back} ${ratio}`).join('、') });
}
