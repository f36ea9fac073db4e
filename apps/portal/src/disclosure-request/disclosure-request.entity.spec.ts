import {
  type DisclosureAct,
  disclosureActs,
  type DisclosureRequestState,
  disclosureRequestStates,
  type DraftDisclosureAnswer,
} from '@karez/contracts-portal';
import { type Actor, newId, WorkingCalendar, xinjiangOfficeHours, xinjiangYears } from '@karez/kernel';
import { DisclosureRequest } from './disclosure-request.entity.js';
import { actsOnRequest, disclosureActRules } from './disclosure-request.policy.js';
import { ledgerColumn } from './stored-ledger.js';

const calendar = new WorkingCalendar(xinjiangYears, xinjiangOfficeHours);
const now = new Date('2026-09-21T04:00:00Z');
const moment = { calendar, now };
const orgId = newId();
const permissions = ['portal.request.handle', 'portal.request.approve'] as const;
const staff = (): Actor => ({
  realm: 'staff',
  id: newId(),
  name: '试用人',
  orgId,
  grants: [{ permissions, scope: 'unit', orgIds: [orgId] }],
});
const [clerk, head] = [staff(), staff()];
const written = (more: Partial<DraftDisclosureAnswer> = {}): DraftDisclosureAnswer => ({
  ...{ requestId: '', kind: 'disclosed', answer: '您申请的文件现予公开。' },
  ...more,
});

const does: Readonly<Record<DisclosureAct | 'correct', (request: DisclosureRequest) => void>> = {
  ask_correction: (request) => request.askCorrection('请写明文号', moment),
  correct: (request) => request.correct('某年度某号文件的全文', moment),
  abandon: (request) => request.abandon('逾期未补正', moment),
  consult: (request) => request.consult('试用公司', moment),
  consulted: (request) => request.consultationEnded('同意公开', moment),
  extend: (request) => request.extend({ requestId: '', workingDays: 5, reason: '需检索档案' }, moment),
  draft: (request) => request.draft(written(), clerk),
  approve: (request) => request.approve(head, moment),
  return: (request) => request.giveBack('请补充'),
};
const wayTo: Readonly<Record<DisclosureRequestState, readonly DisclosureAct[]>> = {
  ...{ received: [], correcting: ['ask_correction'], consulting: ['consult'], drafted: ['draft'], answered: ['draft', 'approve'] },
  abandoned: ['ask_correction', 'abandon'],
};
function requestIn(state: DisclosureRequestState): DisclosureRequest {
  const given = { siteId: newId(), orgId, receipt: 'SQ2026092100000001', checkHash: Buffer.alloc(32) };
  const person = { applicantKind: 'person', name: '试申请', identityNumber: '11010519491231002X', phone: '13900000000' } as const;
  const asked = { site: 'shi', ...person, information: '某年度灌区渠系改造计划文件', form: 'paper' } as const;
  const request = DisclosureRequest.receive(given, asked, moment);
  wayTo[state].forEach((act) => does[act](request));
  expect(request.state).toBe(state);
  return request;
}

const table = disclosureActs.flatMap((act) =>
  disclosureRequestStates.map((state) => [act, state, disclosureActRules[act].states.includes(state)] as const),
);
it.each(table)('%s of a request that is %s: allowed %p, and offered just so', (act, state, allowed) => {
  const request = requestIn(state);
  expect(actsOnRequest(request, head, calendar, now).includes(act)).toBe(allowed);
  const doing = (): void => does[act](request);
  if (allowed) expect(doing).not.toThrow();
  else expect(doing).toThrow('state.move_refused');
});

it.each(disclosureRequestStates.filter((state) => state !== 'correcting'))('is not corrected while it is %s', (state) => {
  expect(() => does.correct(requestIn(state))).toThrow('state.move_refused');
});

it('names its ground where the law asks for one', () => {
  for (const kind of ['partly', 'refused', 'repeated', 'not_information'] as const) {
    expect(() => requestIn('received').draft(written({ kind, ground: ' ' }), clerk)).toThrow('portal.request.ground_missing');
    expect(() => requestIn('received').draft(written({ kind, ground: '条例第三十六条' }), clerk)).not.toThrow();
  }
});

it('keeps its ledger through the database as it was', () => {
  const { ledger } = requestIn('abandoned');
  expect(ledgerColumn.from(JSON.parse(JSON.stringify(ledgerColumn.to(ledger))))).toEqual(ledger);
});
