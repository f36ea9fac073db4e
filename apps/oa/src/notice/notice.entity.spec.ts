import { NoticeClosed, noticeFlow, NoticeRegistered, noticeStates } from '@karez/contracts-oa';
import { canMove } from '@karez/contracts-kernel';
import { Notice } from './notice.entity.js';
import { actsOn, assertRoom } from './notice.policy.js';

const now = new Date('2026-06-01T04:00:00Z');
const org = '0199c1f0-0000-7000-8000-000000000001';
const notice = (): Notice => Notice.register('试用', org, now);

it('is open when it is registered, and says so to its body', () => {
  const registered = notice();
  expect(registered).toMatchObject({ state: 'open', name: '试用', orgId: org, registeredAt: now });
  expect(registered.takeEvents()).toEqual([{ event: new NoticeRegistered(registered.id, org), audience: { orgIds: [org] } }]);
});

it('is closed with the reason and the moment', () => {
  const closed = notice();
  closed.takeEvents();
  closed.close('停用', now);
  expect(closed).toMatchObject({ state: 'closed', closedReason: '停用', closedAt: now });
  expect(closed.takeEvents()).toEqual([{ event: new NoticeClosed(closed.id, org), audience: { orgIds: [org] } }]);
});

it.each(noticeStates.filter((state) => !canMove(noticeFlow, state, 'closed')))('refuses to close one that is %s', (state) => {
  expect(() => Object.assign(notice(), { state }).close('停用', now)).toThrow('state.move_refused');
});

it('offers an act only where it is legal and permitted', () => {
  expect(actsOn('open', true)).toEqual(['close']);
  expect(actsOn('open', false)).toEqual([]);
  expect(actsOn('closed', true)).toEqual([]);
});

it('gives a body as much room as was set, and no more', () => {
  expect(() => assertRoom(4, 5)).not.toThrow();
  expect(() => assertRoom(5, 5)).toThrow('oa.notice.too_many_open');
});
