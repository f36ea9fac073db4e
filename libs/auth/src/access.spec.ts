import type { Access, DataScope } from '@karez/contracts-kernel';
import type { Actor } from '@karez/kernel';
import { assertMay, scopeSql, stepUpMs } from './index.js';

const now = new Date('2026-11-23T08:00:00Z');
const grant = (scope: DataScope, ...orgIds: string[]) => ({ permissions: ['wells.well.read' as const], scope, orgIds });
const staff = (...grants: Actor['grants'][number][]): Actor => ({ realm: 'staff', id: 'p1', name: '林溪', grants });
const actors: Record<string, Actor> = {
  anonymous: { realm: 'anonymous', id: '', name: '', grants: [] },
  applicant: { realm: 'applicant', id: 'a1', name: '申请人', grants: [grant('all')] },
  'staff without the role': staff({ permissions: ['wells.well.dig'], scope: 'all', orgIds: [] }),
  'staff with the role': staff(grant('unit', 'o1')),
  client: { realm: 'service', id: 'c1', name: '县局系统', grants: [grant('unit', 'o1')] },
  system: { realm: 'system', id: 'files', name: 'files', grants: [] },
};
const may = (actor: Actor, needs: Access, stepUp = false): string => {
  try {
    assertMay(actor, { needs, stepUp }, now);
    return 'may';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('assertMay', () => {
  const columns: Access[] = ['anyone', 'signed-in', 'staff', 'applicant', 'system', 'wells.well.read'];
  const no = 'auth.forbidden';
  it.each([
    ['anonymous', 'may', ...Array.from({ length: 5 }, () => 'auth.required')],
    ['applicant', 'may', 'may', no, 'may', no, no],
    ['staff without the role', 'may', 'may', 'may', no, no, no],
    ['staff with the role', 'may', 'may', 'may', no, no, 'may'],
    ['client', 'may', 'may', no, no, no, 'may'],
    ['system', 'may', no, no, no, 'may', no],
  ])('%s', (who, ...expected) => {
    expect(columns.map((needs) => may(actors[who]!, needs))).toEqual(expected);
  });

  it.each([
    ['never', undefined, 'auth.step_up_required'],
    ['just now', now, 'may'],
    ['at the limit', new Date(now.getTime() - stepUpMs), 'may'],
    ['too long ago', new Date(now.getTime() - stepUpMs - 1), 'auth.step_up_required'],
  ])('a signing act after a second factor that was passed %s', (_, passed, expected) => {
    const actor = { ...actors['staff with the role']!, ...(passed ? { steppedUpAt: passed.toISOString() } : {}) };
    expect(may(actor, 'wells.well.read', true)).toBe(expected);
  });
});

it('a signing act of a system that signs in with its own key needs no other factor, but the permission', () => {
  expect(may(actors.client!, 'wells.well.read', true)).toBe('may');
  expect(may(actors.client!, 'wells.well.dig', true)).toBe('auth.forbidden');
});

describe('scopeSql', () => {
  const owner = { org: 'well.org_id', person: 'well.keeper_id' };
  const sql = (actor: Actor): string => scopeSql(actor, 'wells.well.read', owner).sql;
  it('denies without a rule', () => {
    expect(sql(actors['staff without the role']!)).toBe('false');
    expect(sql(actors.anonymous!)).toBe('false');
  });
  it.each([
    ['self', '(well.keeper_id = :scope_0)'],
    ['unit', '(well.org_id = any(:scope_0::uuid[]))'],
    ['listed', '(well.org_id = any(:scope_0::uuid[]))'],
    ['all', '(true)'],
  ] as const)('%s', (scope, expected) => expect(sql(staff(grant(scope, 'o1')))).toBe(expected));
  it.each([
    ['unit_and_below', 'line'],
    ['basin', 'basin'],
  ] as const)('%s goes over the closure of bodies', (scope, relation) => {
    expect(sql(staff(grant(scope, 'o1')))).toContain(`reach.relation = '${relation}'`);
  });
  it('joins the reaches of several roles and keeps values out of the text', () => {
    const { sql: text, params } = scopeSql(staff(grant('unit', "o1'; drop table well"), grant('self')), 'wells.well.read', owner);
    expect(text).toBe('(well.keeper_id = :scope_0 or well.org_id = any(:scope_1::uuid[]))');
    expect(params).toEqual({ scope_0: 'p1', scope_1: ["o1'; drop table well"] });
  });
  it('reaches nothing of a table without the owner it needs', () => {
    expect(scopeSql(staff(grant('self')), 'wells.well.read', { org: 'well.org_id' }).sql).toBe('(false)');
  });
});
