/** How pages are shown. Each is a variant that the server renders; the choice is kept in a cookie. */
export const displayModes = ['standard', 'elder', 'contrast'] as const;
export type DisplayMode = (typeof displayModes)[number];

export const displayCookie = 'karez-display';

export function isDisplayMode(value: string): value is DisplayMode {
  return (displayModes as readonly string[]).includes(value);
}
