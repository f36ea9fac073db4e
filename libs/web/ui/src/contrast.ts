/**
 * WCAG 2.x contrast of two opaque colours.
 * @param one `#RRGGBB`
 * @param other `#RRGGBB`
 * @returns 1 (the same) … 21 (black on white); text needs 4.5, graphics that carry meaning need 3
 */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance, WCAG 2.2 § 1.4.3 with the sRGB threshold 0.04045 of IEC 61966-2-1. */
function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
