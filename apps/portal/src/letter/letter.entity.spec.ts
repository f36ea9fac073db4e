import { type LetterAct, letterActs, type LetterState, letterStates } from '@karez/contracts-portal';
import { type Actor, newId, WorkingCalendar, xinjiangOfficeHours, xinjiangYears } from '@karez/kernel';
import { Letter } from './letter.entity.js';
import { actsOnLetter, assertNoLeak, letterActRules, letterDue } from './letter.policy.js';

const due = letterDue.bind(null, new WorkingCalendar(xinjiangYears, xinjiangOfficeHours));
const now = new Date('2026-09-21T04:00:00Z');
const permissions = ['portal.letter.handle', 'portal.letter.approve'] as const;
const orgId = newId();
const staff = (): Actor => ({
  realm: 'staff',
  id: newId(),
  name: '试用人',
  orgId,
  grants: [{ permissions, scope: 'unit', orgIds: [orgId] }],
});
const [clerk, head] = [staff(), staff()];

const does: Readonly<Record<LetterAct, (letter: Letter, by?: Actor) => void>> = {
  route: (letter) => letter.route(newId(), 'complaint', due),
  draft: (letter, by = clerk) => letter.draft('您好：定于三月十日开闸。', by),
  approve: (letter, by = head) => letter.approve(false, by, now),
  return: (letter) => letter.giveBack('请写明渠段'),
  close: (letter) => letter.close('与此前来信重复'),
};
const wayTo: Readonly<Record<LetterState, readonly LetterAct[]>> = {
  ...{ received: [], routed: ['route'], drafted: ['route', 'draft'], answered: ['route', 'draft', 'approve'], closed: ['close'] },
};
function letterIn(state: LetterState): Letter {
  const given = { siteId: newId(), deskId: orgId, receipt: 'LX2026092100000001', checkHash: Buffer.alloc(32) };
  const texts = {
    site: 'shi',
    kind: 'consult',
    subject: '春灌开闸',
    text: '请问何时开闸放水？',
    name: '试写信',
    mayPublish: true,
  } as const;
  const letter = Letter.receive(given, texts, due, now);
  wayTo[state].forEach((act) => does[act](letter));
  expect(letter.state).toBe(state);
  return letter;
}

const table = letterActs.flatMap((act) => letterStates.map((state) => [act, state, letterActRules[act].states.includes(state)] as const));
it.each(table)('%s of a letter that is %s: allowed %p, and offered just so', (act, state, allowed) => {
  const letter = letterIn(state);
  expect(actsOnLetter(letter, head).includes(act)).toBe(allowed);
  const doing = (): void => does[act](letter);
  if (allowed) expect(doing).not.toThrow();
  else expect(doing).toThrow('state.move_refused');
});

it('is rated in the one state in which there is an answer', () => {
  for (const state of letterStates.filter((each) => each !== 'answered'))
    expect(() => letterIn(state).rate(5)).toThrow('portal.letter.not_answered');
  const letter = letterIn('answered');
  letter.rate(5);
  expect(() => letter.rate(1)).toThrow('portal.letter.rated');
});

it('offers its writer no approval, and nothing to who only reads', () => {
  const letter = letterIn('drafted');
  expect(actsOnLetter(letter, clerk)).toEqual(['return']);
  expect(() => does.approve(letter, clerk)).toThrow('portal.letter.own_reply');
  expect(actsOnLetter(letter, { ...head, grants: [] })).toEqual([]);
});

it.each([
  ['a phone in full-width digits', ['请打１３８１２３４５６７８'], {}],
  ['an identity number with spaces', ['证件 110105 19491231 002X'], {}],
  ['the writer’s name', ['我是试写信'], { 写信人姓名: '试写信' }],
])('%s goes out to nobody', (_what, texts, personal) => {
  expect(() => assertNoLeak({ texts, personal })).toThrow('portal.letter.leaks');
});
it('lets out what tells of nobody', () => {
  expect(() =>
    assertNoLeak({ texts: ['三月十日开闸，水位 1183.5 米'], personal: { 写信人姓名: '试写信', 写信人电话: null } }),
  ).not.toThrow();
});
