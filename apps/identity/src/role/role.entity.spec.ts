import { knownPermissions } from '../catalogue.js';
import { builtInRoles } from '../seed/built-in-roles.js';
import { isAdministrator } from './admin.policy.js';
import { Role } from './role.entity.js';

const now = new Date('2026-11-23T04:00:00Z');
const role = (more: object = {}): Role =>
  Role.define({ code: 'reader', name: '读者', permissions: ['identity.person.read', 'identity.org.read'], ...more });

it('keeps its permissions in one order', () => {
  expect(role().permissions).toEqual(['identity.org.read', 'identity.person.read']);
});

it('is redefined by who has seen its latest version', () => {
  const changed = Object.assign(role(), { version: 2 });
  expect(() => changed.redefine({ name: '新', permissions: [] }, 1)).toThrow('state.version_changed');
  changed.redefine({ name: '新', description: '', permissions: [] }, 2);
  expect(changed).toMatchObject({ name: '新', description: null, permissions: [] });
});

it.each([
  ['built in', { builtIn: true }, 0, 'identity.role.built_in'],
  ['still granted', {}, 2, 'identity.role.in_use'],
])('is not removed while it is %s', (_, more, grants, code) => {
  expect(() => role(more).remove(grants, now)).toThrow(code);
});

it('stands until it is removed', () => {
  const gone = role();
  gone.assertStanding();
  gone.remove(0, now);
  expect(gone.permissions).toEqual([]);
  expect(() => gone.assertStanding()).toThrow('not_found');
});

it('built in are made of permissions that a contract names, each once', () => {
  for (const { permissions } of builtInRoles) expect(knownPermissions(permissions)).toEqual([...new Set(permissions)]);
});

describe('三员: the three administrators', () => {
  const three = builtInRoles.filter(({ adminClass }) => adminClass);
  it('are three, of three classes', () => {
    expect(three.map(({ adminClass }) => adminClass).sort()).toEqual(['audit', 'security', 'system']);
  });
  it('share no permission that changes anything', () => {
    const all = three.flatMap(({ permissions }) => permissions.filter((permission) => !permission.endsWith('.read')));
    expect(new Set(all).size).toBe(all.length);
  });
  it.each(three.map(({ name, permissions }) => [name, permissions] as const))('%s needs a second factor', (_, permissions) => {
    expect(isAdministrator([{ permissions }])).toBe(true);
  });
  it('a clerk and a leader do not', () => {
    const others = builtInRoles.filter(({ code }) => code === 'clerk' || code === 'leader');
    expect(isAdministrator(others)).toBe(false);
  });
});
