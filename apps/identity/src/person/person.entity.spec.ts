import { PersonChanged, PersonNotified } from '@karez/contracts-identity';
import { newId } from '@karez/kernel';
import { assertNotSelf } from './person.policy.js';
import { Person } from './person.entity.js';

const now = new Date('2026-11-23T04:00:00Z');
function person(): Person {
  const registered = Person.register({ account: 'cele.clerk', name: '泉映月', mobile: '13900000000', email: '', homeOrgId: newId() }, now);
  Object.assign(registered, { version: 3 });
  registered.takeEvents();
  return registered;
}

it('starts active, with what is empty left out', () => {
  expect(person()).toMatchObject({ state: 'active', mobile: '13900000000', email: null, createdAt: now });
});

it.each([
  [{ name: '新名' }, { name: '新名', mobile: '13900000000' }],
  [{ mobile: '' }, { name: '泉映月', mobile: null }],
  [{ email: 'a@b' }, { email: 'a@b', mobile: '13900000000' }],
  [{}, { name: '泉映月', mobile: '13900000000' }],
])('changes of the profile %o what is given', (profile, after) => {
  const changed = person();
  changed.changeProfile(profile, 3);
  expect(changed).toMatchObject(after);
});

it('refuses to change what somebody else has changed', () => {
  expect(() => person().changeProfile({ name: '新名' }, 2)).toThrow('state.version_changed');
});

it('moves between active and disabled, and nowhere else', () => {
  const moved = person();
  expect(() => moved.enable()).toThrow('state.move_refused');
  moved.assertActive();
  moved.disable('退休');
  expect(moved).toMatchObject({ state: 'disabled', disabledReason: '退休' });
  expect(() => moved.assertActive()).toThrow('identity.person.disabled');
  expect(() => moved.disable('再退')).toThrow('state.move_refused');
  moved.enable();
  expect(moved).toMatchObject({ state: 'active', disabledReason: null });
});

it('tells others of name and state, and the person alone of the own account', () => {
  const told = person();
  told.disable('退休');
  told.noticed('password_reset');
  expect(told.takeEvents()).toEqual([
    { event: new PersonChanged(told.id, '泉映月', 'disabled'), audience: { personIds: [told.id] } },
    { event: new PersonNotified(told.id, 'password_reset'), audience: { personIds: [told.id] } },
  ]);
});

it('has no power over the own account', () => {
  const actor = { realm: 'staff', id: 'me', name: '', grants: [] } as const;
  expect(() => assertNotSelf(actor, 'me')).toThrow('identity.person.self');
  expect(() => assertNotSelf(actor, 'you')).not.toThrow();
  expect(() => assertNotSelf({ ...actor, realm: 'system' }, 'me')).not.toThrow();
});
