import { createHmac, timingSafeEqual } from 'node:crypto';

/** A code in the picture at the door holds for so long; the one before it is taken too, for who has just scanned it. */
export const codeMs = 5 * 60_000;
/** Checking in begins so long before the meeting. */
export const earlyMs = 30 * 60_000;

const turnOf = (now: Date): number => Math.floor(now.getTime() / codeMs);
const codeAt = (secret: Buffer, turn: number): string =>
  createHmac('sha256', secret).update(`check-in ${turn}`).digest('base64url').slice(0, 22);

export const currentCode = (secret: Buffer, now: Date): string => codeAt(secret, turnOf(now));
export const codeEndsAt = (now: Date): Date => new Date((turnOf(now) + 1) * codeMs);

/** Whether a code is the one shown now or the one shown before. */
export function isCode(secret: Buffer, code: string, now: Date): boolean {
  const given = Buffer.from(code);
  return [turnOf(now), turnOf(now) - 1].some((turn) => {
    const right = Buffer.from(codeAt(secret, turn));
    return right.length === given.length && timingSafeEqual(right, given);
  });
}
