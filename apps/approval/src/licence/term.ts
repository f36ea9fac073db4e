import type { LicenceState } from '@karez/contracts-approval';
import { chinaDay } from '@karez/kernel';

const dayMs = 86_400_000;
/** A renewal is to be asked for so many days before the end (《取水许可和水资源费征收管理条例》 art. 25). */
export const renewalDays = 45;

/** The last day of a term of whole years: from 2026-11-27 five years last until 2031-11-26. A term from 29 February ends on 28 February. */
export function lastDay(first: string, years: number): string {
  const [year, month, day] = first.split('-').map(Number) as [number, number, number];
  const end = new Date(Date.UTC(year + years, month - 1, day));
  // of a 29 February that the last year does not have
  if (end.getUTCDate() !== day) return new Date(Date.UTC(year + years, month, 0)).toISOString().slice(0, 10);
  return new Date(end.getTime() - dayMs).toISOString().slice(0, 10);
}

/** The last day that is no longer too early to ask for the renewal of what ends on it. */
export const renewalHorizon = (now: Date): string => chinaDay(new Date(now.getTime() + renewalDays * dayMs));

/** That its last day has passed is no act of anybody. */
export const licenceStateAt = (licence: { readonly revokedAt: Date | null; readonly validUntil: string }, now: Date): LicenceState =>
  licence.revokedAt ? 'revoked' : licence.validUntil < chinaDay(now) ? 'expired' : 'valid';
