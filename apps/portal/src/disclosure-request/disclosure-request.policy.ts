import { holds } from '@karez/auth';
import {
  correctionWithin,
  type DisclosureAct,
  type DisclosureRequestState,
  type DraftDisclosureAnswer,
  groundedKinds,
  type RequestDisclosure,
} from '@karez/contracts-portal';
import { type Actor, DomainError, type WorkingCalendar } from '@karez/kernel';
import { isCreditCode, isIdentityNumber } from '../word-check/leaks.js';
import { type Ledger, startOf } from './clock.js';

interface ActRule {
  readonly states: readonly DisclosureRequestState[];
  readonly needs: 'portal.request.handle' | 'portal.request.approve';
}
export const disclosureActRules: Readonly<Record<DisclosureAct, ActRule>> = {
  ask_correction: { states: ['received'], needs: 'portal.request.handle' },
  abandon: { states: ['correcting'], needs: 'portal.request.approve' },
  consult: { states: ['received'], needs: 'portal.request.handle' },
  consulted: { states: ['consulting'], needs: 'portal.request.handle' },
  extend: { states: ['received', 'consulting', 'drafted'], needs: 'portal.request.approve' },
  draft: { states: ['received'], needs: 'portal.request.handle' },
  approve: { states: ['drafted'], needs: 'portal.request.approve' },
  return: { states: ['drafted'], needs: 'portal.request.approve' },
};

/** @throws DomainError `portal.request.identity_invalid` */
export function assertIdentity({ applicantKind, identityNumber }: Pick<RequestDisclosure, 'applicantKind' | 'identityNumber'>): void {
  const valid = applicantKind === 'person' ? isIdentityNumber(identityNumber) : isCreditCode(identityNumber);
  if (!valid) throw new DomainError('portal.request.identity_invalid');
}

/** @throws DomainError `portal.request.ground_missing` */
export function assertGround({ kind, ground }: DraftDisclosureAnswer): void {
  if ((groundedKinds as readonly string[]).includes(kind) && !ground?.trim()) throw new DomainError('portal.request.ground_missing');
}

/** Art. 30: within seven working days of the receipt. @throws DomainError `portal.request.correction_late` */
export function assertCorrectable(ledger: Ledger, calendar: WorkingCalendar, now: Date): void {
  if (correctionLate(ledger, calendar, now)) throw new DomainError('portal.request.correction_late', { limit: correctionWithin });
}
const correctionLate = (ledger: Ledger, calendar: WorkingCalendar, now: Date): boolean =>
  calendar.workingDaysBetween(startOf(ledger), now) > correctionWithin;

interface Handled {
  readonly state: DisclosureRequestState;
  readonly ledger: Ledger;
  readonly dueAt: Date | null;
  readonly answerBy: string | null;
}
/** What the caller may do with a request in reach, now. */
export const actsOnRequest = (request: Handled, actor: Actor, calendar: WorkingCalendar, now: Date): DisclosureAct[] =>
  (Object.keys(disclosureActRules) as DisclosureAct[]).filter((act) => {
    const { states, needs } = disclosureActRules[act];
    if (!states.includes(request.state) || !holds(actor, needs)) return false;
    if (act === 'ask_correction') return !correctionLate(request.ledger, calendar, now);
    if (act === 'extend') return !request.ledger.extension && !(request.dueAt && request.dueAt < now);
    return act !== 'approve' || request.answerBy !== actor.id;
  });
