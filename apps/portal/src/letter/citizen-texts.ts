import { DomainError } from '@karez/kernel';

/** Characters that show nothing: controls but for the line end, and those that turn the direction of what follows. */
const unseen = /(?!\n)\p{Cc}|[\u202d\u202e\u2066-\u2069\ufeff]/gu;

/**
 * What a citizen wrote, as people read it: without what does not show, without blanks around it.
 * @param least letters that each field must have left; a field that may be absent has 0 and is then left out
 * @throws DomainError `request.invalid` naming the fields of which too little is left
 */
export function readableTexts<T extends object>(given: T, least: Readonly<Partial<Record<keyof T & string, number>>>): T {
  const cleaned = { ...given } as Record<string, unknown>;
  const errors = [];
  for (const [field, letters] of Object.entries(least) as [string, number][]) {
    const written = cleaned[field];
    if (typeof written !== 'string') continue;
    const text = written.replace(/\r\n?/g, '\n').replaceAll('\t', ' ').replace(unseen, '').trim();
    if (text.length < letters) errors.push({ field, rule: 'isLength', message: `${field} must have ${letters} characters at least` });
    cleaned[field] = text || undefined;
  }
  if (errors.length) throw new DomainError('request.invalid', { errors });
  return cleaned as T;
}
