import { jest } from '@jest/globals';
import { attentionApi, calendarApi, exchangePermissions, keyApi, statisticsApi } from '@karez/contracts-exchange';
import type { Operation, Permission } from '@karez/contracts-kernel';
import { newId } from '@karez/kernel';
import { ExchangeUnderTest } from './exchange-under-test.js';

jest.setTimeout(40_000);

let exchange: ExchangeUnderTest;
beforeAll(async () => {
  exchange = await ExchangeUnderTest.start();
}, 60_000);
afterAll(() => exchange.stop());

const year = { year: 2026, status: 'published', source: '', days: [] };
const guarded: readonly (readonly [name: string, operation: Operation<object, object>, request: object])[] = [
  ['listKeys', keyApi.listKeys, {}],
  ['rotateKey', keyApi.rotateKey, { orgId: newId(), use: 'signature' }],
  ['revokeKey', keyApi.revokeKey, { keyId: 'k1', reason: '介质遗失' }],
  ['putCalendar', calendarApi.putCalendar, year],
  ['getStatistics', statisticsApi.getStatistics, {}],
];
const all = Object.keys(exchangePermissions) as Permission[];

it.each(guarded)('%s is refused to who has every permission but the one it needs', async (_name, operation, request) => {
  const permissions = all.filter((permission) => permission !== operation.needs);
  expect(permissions).toHaveLength(all.length - 1);
  const as = await exchange.caller({ permissions, scope: 'all' }, exchange.region.department);
  await expect(exchange.call(operation, request, { as })).rejects.toMatchObject({ code: 'auth.forbidden' });
});

it.each(guarded)('%s is refused to who has not signed in', async (_name, operation, request) => {
  await expect(exchange.call(operation, request)).rejects.toMatchObject({ code: 'auth.required' });
});

it.each([
  ['getCalendar', calendarApi.getCalendar, { year: 2026 }],
  ['listNeedsPerson', attentionApi.listNeedsPerson, {}],
] as const)('%s is for staff: an applicant is refused, a clerk without any permission is not', async (_name, operation, request) => {
  const ask = operation as Operation<object, object>;
  const applicant = await exchange.caller({}, newId(), { realm: 'applicant' });
  await expect(exchange.call(ask, request, { as: applicant })).rejects.toMatchObject({ code: 'auth.forbidden' });
  const clerk = await exchange.caller({}, exchange.region.counties[0]);
  await expect(exchange.call(ask, request, { as: clerk })).resolves.toBeDefined();
});

it('keys are changed only after a second factor', async () => {
  const as = await exchange.caller({ permissions: ['exchange.key.write'] }, exchange.region.counties[0], { steppedUpAt: undefined });
  const request = { orgId: exchange.region.counties[0], use: 'signature' } as const;
  await expect(exchange.call(keyApi.rotateKey, request, { as })).rejects.toMatchObject({ code: expect.stringMatching(/^auth\.step/) });
});
