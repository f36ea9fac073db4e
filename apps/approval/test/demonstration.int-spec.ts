import { caseApi, caseStates } from '@karez/contracts-approval';
import { newId } from '@karez/kernel';
import { eventually } from '@karez/testing';
import { stories } from '../src/seed/case-stories.js';
import { plantCatalogue } from '../src/seed/plant-catalogue.js';
import { ApprovalUnderTest } from './approval-under-test.js';

let approval: ApprovalUnderTest;
beforeAll(async () => {
  approval = await ApprovalUnderTest.start();
}, 60_000);
afterAll(() => approval.stop());

it('plays its month once: cases in all states, numbers in the order of their days', async () => {
  expect(await plantCatalogue(approval.databaseUrl, { withDemonstration: true })).toBe(true);
  const window = newId();
  await approval.body(window, '行政审批处');
  for (const office of ['水资源管理处', '河湖管理处', '规划计划处', '水土保持处', '水旱灾害防御处']) await approval.body(newId(), office);
  const clerk = await approval.caller({ permissions: ['approval.case.read', 'approval.case.accept'] }, window);
  const cases = await eventually(
    async () => {
      const page = await approval.call(caseApi.listCases, { limit: 100, sort: '-submitted' }, { as: clerk });
      expect(page.items).toHaveLength(stories.length);
      return page.items;
    },
    { timeoutMs: 45_000 },
  );
  const states = new Set(cases.map(({ state }) => state));
  for (const state of caseStates.filter((each) => !['draft', 'discarded', 'superseded', 'suspended'].includes(each)))
    expect(states).toContain(state);
  const numbers = cases.map(({ number }) => number!);
  expect(numbers).toEqual([...numbers].sort().reverse());
  const now = Date.now();
  for (const { id } of cases) {
    const { timeline, materials } = await approval.call(caseApi.getCase, { caseId: id }, { as: clerk });
    const told = timeline.filter(({ kind }) => kind !== 'lamp').map(({ at }) => Date.parse(at));
    expect(told).toEqual([...told].sort((one, other) => one - other));
    expect(told.at(-1)).toBeLessThanOrEqual(now);
    expect(materials.filter(({ required }) => required).every(({ files }) => files.length === 1)).toBe(true);
  }
  expect(await plantCatalogue(approval.databaseUrl, { withDemonstration: true })).toBe(false);
}, 60_000);
