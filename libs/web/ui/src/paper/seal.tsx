import { palette } from '../tokens.js';

/** The round seal as a picture of its own: 100 × 100, the name along the upper arc. */
export function sealPicture(name: string): string {
  const letters = [...name].length;
  const size = Math.min(11.5, 118 / Math.max(1, letters));
  const escaped = name.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" fill="${palette.red}">` +
    `<circle cx="50" cy="50" r="46" fill="none" stroke="${palette.red}" stroke-width="3"/>` +
    '<path id="arc" d="M15.5 59a35.6 35.6 0 1 1 69 0" fill="none"/>' +
    `<text font-family="SimSun,STSong,'Noto Serif CJK SC',serif" font-size="${size.toFixed(2)}" font-weight="600" text-anchor="middle"` +
    ` textLength="${Math.min(116, letters * 14)}" lengthAdjust="spacing"><textPath href="#arc" startOffset="50%">${escaped}</textPath></text>` +
    '<path d="m50 36 3.4 9.8h10.4l-8.3 6.3 3 10-8.5-6-8.5 6 3-10-8.3-6.3h10.4z"/></svg>'
  );
}

/**
 * The round seal of a body as a mark over name and date; 42 mm across on paper. Drawn only where the signature was verified. It is a
 * picture and not text, so that nobody's reader says the name twice.
 */
export const Seal = ({ name }: { name: string }) => (
  <img className="kz-seal" alt="" src={`data:image/svg+xml,${encodeURIComponent(sealPicture(name))}`} />
);
