import { actsOn, deliveryStates } from '@karez/contracts-exchange';
import { rowOf } from './delivery-row.fixture.js';
import { offersOf, rowsFor } from './row-acts.js';

const facts = { revokeAsked: false, acknowledged: false, printQuota: 0, printed: 0, verified: true };
const rowIn = (state: (typeof deliveryStates)[number], more = {}) =>
  rowOf({ id: state, state, acts: actsOn('sender', state, { ...facts, ...more }, () => true) });

it('shows one button by state, none on a row in good order', () => {
  expect(Object.fromEntries(deliveryStates.map((state) => [state, offersOf(rowIn(state)).first?.label]))).toEqual({
    ...{ queued: '撤回', in_flight: '撤回', stalled: '立即重投', delivered: '催办', recall_pending: undefined, signed_for: undefined },
    ...{ rejected: '重发', recalled: undefined, returned: '确认退文', revoked: undefined },
  });
});

it('offers the next document once the return was taken note of', () => {
  expect(offersOf(rowIn('returned', { acknowledged: true })).first?.label).toBe('重发');
});

it('hides no act of the sender: what is not possible carries its reason', () => {
  for (const state of deliveryStates) {
    const { all } = offersOf(rowIn(state));
    expect(all.map(({ act }) => act).sort()).toEqual(['acknowledge', 'recall', 'reissue', 'resend', 'revoke', 'urge']);
  }
  expect(offersOf(rowIn('signed_for')).all.find(({ act }) => act === 'recall')?.reason).toContain('不能撤回');
});

it('offers nothing that the server did not offer', () => {
  expect(offersOf(rowOf({ acts: [] }))).toEqual({ first: undefined, all: [] });
});

it('counts for an act of many only those for which it is possible now', () => {
  const rows = deliveryStates.map((state) => rowIn(state));
  expect(rowsFor(rows, 'recall').map(({ id }) => id)).toEqual(['queued', 'in_flight', 'stalled', 'delivered']);
});
