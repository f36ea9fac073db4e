import { canMove } from '@karez/contracts-kernel';
import { documentFlow, type DocumentPhase, documentPhases, type OfficialText } from '@karez/contracts-oa';
import { type Actor, newId } from '@karez/kernel';
import { actsOnDocument, assertPhase, assertSignable, type DocumentStanding, isBranch, mayWrite } from './document.policy.js';
import type { Step } from './document-steps.js';
import { OutgoingDocument } from './outgoing-document.entity.js';
import { completeText, writtenText } from './written-text.js';

const now = new Date('2026-11-24T03:20:00Z');
const host = newId();
const text: OfficialText = {
  ...{ genre: 'report', layout: 'general', urgency: 'none', disclosure: 'none', upward: true, title: '关于冬季输水情况的报告' },
  issuers: [{ orgId: host, name: '新疆维吾尔自治区水利厅' }],
  addressees: [{ name: '自治区人民政府' }],
  ...{
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '现将情况报告如下。' }] }] },
    annexes: [],
    copies: [],
  },
};
const drafter = { id: newId(), name: '湖望舒' };
const documentIn = (state: DocumentPhase): OutgoingDocument =>
  Object.assign(OutgoingDocument.draft(writtenText(text), drafter, newId(), now), { state });

const moves: Readonly<Record<string, [to: DocumentPhase, act: (document: OutgoingDocument) => void]>> = {
  sign: ['rechecking', (document) => document.sign({ id: newId(), name: '高远山' }, now)],
  number: ['typesetting', (document) => document.giveNumber('新水办〔2026〕1号', now)],
  seal: ['distributing', (document) => document.seal({ id: newId(), name: '文若溪' }, 3, now)],
  distribute: ['distributed', (document) => document.distribute(newId(), 'none', now)],
  close: ['closed', (document) => document.close(now)],
  void: ['void', (document) => document.void('重复', now)],
  return: ['drafting', (document) => document.moveOn('drafting', now)],
};
const table = Object.entries(moves).flatMap(([name, [to, act]]) => documentPhases.map((from) => ({ name, from, to, act })));
it.each(table)('$name of a document that is $from', ({ from, to, act }) => {
  const document = documentIn(from);
  if (!canMove(documentFlow, from, to)) return expect(() => act(document)).toThrow('state.move_refused');
  act(document);
  expect(document.state).toBe(to);
});

it('is signed as it stands, on the day of Beijing', () => {
  const document = documentIn('signing');
  document.sign({ id: newId(), name: '高远山' }, new Date('2026-11-24T17:00:00Z'));
  expect(document).toMatchObject({ signedDigest: document.digest, formedOn: '2026-11-25', signedByName: '高远山' });
});

it('has one digest for one text, whatever the office adds, and another for another', () => {
  const { digest } = writtenText(text);
  expect(writtenText({ ...text, formedOn: '2026-01-01', printedBy: '某处' }).digest).toBe(digest);
  expect(writtenText({ ...text, title: '关于冬季输水情况的报告（二）' }).digest).not.toBe(digest);
});

it('is printed with number, day and office, and with the signer when it goes up', () => {
  const document = Object.assign(documentIn('sealing'), { number: '新水办〔2026〕128号', formedOn: '2026-11-24', signedByName: '高远山' });
  expect(completeText(text, document, '水利厅')).toMatchObject({
    ...{ number: { code: '新水办', year: 2026, serial: 128 }, formedOn: '2026-11-24', printedBy: '水利厅', printedOn: '2026-11-24' },
    issuers: [{ signer: '高远山' }],
  });
  expect(completeText({ ...text, upward: false }, document, '水利厅').issuers[0]).not.toHaveProperty('signer');
});

it('goes to be signed only when somebody is addressed, a request for instructions to one alone', () => {
  expect(() => assertSignable({ ...text, addressees: [] })).toThrow('oa.document.nobody_addressed');
  expect(() => assertSignable({ ...text, genre: 'announcement', addressees: [] })).not.toThrow();
  expect(() => assertSignable({ ...text, genre: 'request', addressees: [{ name: '甲' }, { name: '乙' }] })).toThrow(
    'oa.document.reply_one',
  );
  expect(() => assertPhase('drafting', ['signing'])).toThrow('oa.document.act_refused');
});

describe('what is offered', () => {
  const permissions = ['oa.document.handle', 'oa.document.sign'] as const;
  const actor: Actor = { realm: 'staff', id: newId(), name: '甲', grants: [{ permissions, scope: 'all', orgIds: [] }] };
  const step = (over: Partial<Step>): Step => ({
    ...{ id: newId(), phase: 'signing', personId: actor.id, orgId: host, name: '甲', orgName: '', state: 'open', verdict: null },
    ...{ sentBy: drafter.id, sentByName: '', openedAt: now, seenAt: now, endedAt: null, ...over },
  });
  const standing = (state: DocumentPhase, open: Step[], office = false): DocumentStanding => ({ document: { state, drafterId: drafter.id }, open, office, holders: [actor.id] }); // prettier-ignore
  it('to who has the turn: to write, to sign with the permission, to send on or back', () => {
    expect(actsOnDocument(standing('signing', [step({})]), actor)).toEqual(['save', 'sign', 'forward', 'return']);
    const unsigned = { ...actor, grants: [{ permissions: ['oa.document.handle'] as const, scope: 'all' as const, orgIds: [] }] };
    expect(actsOnDocument(standing('signing', [step({})]), unsigned)).toEqual(['save', 'forward', 'return']);
    expect(mayWrite(standing('signing', [step({})]), actor)).toBe(true);
  });
  it('to a countersigner: an opinion or a return, and no pen', () => {
    const branch = step({ phase: 'countersigning' });
    expect(isBranch(branch)).toBe(true);
    expect(actsOnDocument(standing('countersigning', [branch]), actor)).toEqual(['opine', 'return']);
  });
  it('to the office: the one act of the phase, and nothing once it is archived', () => {
    const office = step({ phase: 'sealing', personId: null });
    expect(actsOnDocument(standing('sealing', [office], true), actor)).toEqual(['seal', 'urge', 'void']);
    expect(actsOnDocument(standing('archived', [], true), actor)).toEqual([]);
  });
  it('nothing to who stands by', () => {
    for (const state of documentPhases) expect(actsOnDocument(standing(state, [step({ personId: newId() })]), actor)).toEqual([]);
  });
});
