import type { DisclosureProgress, DisclosureRequestRow, DisclosureRequestView } from '@karez/contracts-portal';
import type { Actor, WorkingCalendar } from '@karez/kernel';
import { segmentsOf } from './clock.js';
import type { DisclosureRequest } from './disclosure-request.entity.js';
import { actsOnRequest } from './disclosure-request.policy.js';

export type RequestRow = Pick<
  DisclosureRequest,
  'id' | 'siteId' | 'receipt' | 'name' | 'information' | 'state' | 'orgId' | 'receivedAt' | 'dueAt'
>;
interface Seen {
  readonly orgName: string;
  readonly calendar: WorkingCalendar;
  readonly now: Date;
}
const isOpen = ({ state }: Pick<DisclosureRequest, 'state'>): boolean => state !== 'answered' && state !== 'abandoned';

export function requestRow(request: RequestRow, { orgName, calendar, now }: Seen): DisclosureRequestRow {
  const { id, siteId, receipt, name, information, state, orgId, receivedAt, dueAt } = request;
  const running = isOpen(request) && dueAt;
  return {
    ...{ id, siteId, receipt, name, information, state, orgId, orgName, receivedAt: receivedAt.toISOString() },
    overdue: running ? dueAt < now : false,
    ...(dueAt && { dueAt: dueAt.toISOString() }),
    ...(running && { workingDaysLeft: calendar.workingDaysBetween(now, dueAt) }),
  };
}

export function requestView(request: DisclosureRequest, seen: Seen, reader: Actor): DisclosureRequestView {
  const { calendar, now } = seen;
  const { applicantKind, identityNumber, phone, form, dueProvisional, version, answeredAt } = request;
  const { address, purpose, correctionAsked, extendedBy, extensionReason, consulted, answerKind, answer, ground, returnedFor } = request;
  return {
    ...requestRow(request, seen),
    ...{ applicantKind, identityNumber, phone, form, dueProvisional, version },
    ...{ clock: segmentsOf(request.ledger, calendar, now), acts: actsOnRequest(request, reader, calendar, now) },
    ...(address && { address }),
    ...(purpose && { purpose }),
    ...(correctionAsked && { correctionAsked }),
    ...(extendedBy && { extendedBy }),
    ...(extensionReason && { extensionReason }),
    ...(consulted && { consulted }),
    ...(answerKind && { answerKind }),
    ...(answer && { answer }),
    ...(ground && { ground }),
    ...(returnedFor && { returnedFor }),
    ...(answeredAt && { answeredAt: answeredAt.toISOString() }),
  };
}

/** To the applicant, who has the codes: an answer only once it was approved. */
export function requestProgress(request: DisclosureRequest): DisclosureProgress {
  const { receipt, state, information, receivedAt, dueAt, correctionAsked, extendedBy, answerKind, answer, ground, answeredAt } = request;
  return {
    ...{ receipt, state, information, receivedAt: receivedAt.toISOString() },
    ...(isOpen(request) && dueAt && { dueAt: dueAt.toISOString() }),
    ...(correctionAsked && { correctionAsked }),
    ...(extendedBy && { extendedBy }),
    ...(answeredAt &&
      answerKind &&
      answer && {
        ...{ answerKind, answer: ground ? `${answer}\n\n依据：${ground}` : answer, answeredAt: answeredAt.toISOString() },
      }),
  };
}
