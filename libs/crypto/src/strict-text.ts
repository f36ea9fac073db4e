/** Has it a UTF-8 form, that is no lone surrogate? (String.prototype.isWellFormed, which the es2023 typings lack.) */
export const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);

/** `2026-11-23T02:05:09.123Z` and no other spelling of an instant. */
export function readInstant(text: unknown): Date | undefined {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text)) return undefined;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) || instant.toISOString() !== text ? undefined : instant;
}

/** Padded base64 in the one spelling that it has. */
export function readBase64(text: unknown): Buffer | undefined {
  if (typeof text !== 'string') return undefined;
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}
