import { jest } from '@jest/globals';
import { oaApi, type SearchOffice } from '@karez/contracts-oa';
import { type Caller } from '../oa-under-test.js';
import { DeskUnderTest, type Worker } from './desk-under-test.js';

jest.setTimeout(60_000);
let desk: DeskUnderTest;
let [office, other]: string[] = [];
let clerk: Worker;
let stranger: Worker;
beforeAll(async () => {
  desk = await DeskUnderTest.open();
  [office, other] = [await desk.body('办公室'), await desk.body('河湖处')];
  clerk = await desk.worker('文书', office, ['oa.search.read', 'oa.supervision.write', 'oa.supervision.read']);
  stranger = await desk.worker('邻处', other, ['oa.search.read', 'oa.supervision.read']);
}, 60_000);
afterAll(() => desk.oa.stop());

const find = (q: string, as: Caller, more: Partial<SearchOffice> = {}) => desk.oa.call(oaApi.searchOffice, { q, ...more }, { as });
const register = (title: string, content: string) =>
  desk.oa.call(oaApi.registerSupervision, { title, content, source: 'key_work', leaderId: clerk.id, dueOn: '2030-01-10' }, { as: clerk });
async function findsOf(q: string, count: number, as: Caller = clerk): Promise<string[]> {
  for (let turn = 0; ; turn += 1) {
    const { items } = await find(q, as);
    if (items.length === count || turn > 100) return items.map(({ title }) => title);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

it('finds by words of the text, by pieces of the title, and shows where it stands', async () => {
  await register('冬灌用水核查', '核查塔里木河流域各灌区冬季灌溉用水量。');
  await register('水库安全检查', '检查病险水库除险加固。');
  expect(await findsOf('灌溉 流域', 1)).toEqual(['冬灌用水核查']);
  expect(await findsOf('库安', 1)).toEqual(['水库安全检查']);
  const [found] = (await find('塔里木河', clerk)).items;
  expect(found).toMatchObject({ kind: 'supervision', excerpt: expect.stringContaining('塔里木河') as string, orgName: '办公室' });
  expect((await find('没有这样的事', clerk)).items).toEqual([]);
});

it('finds nothing that cannot be opened, and filters by kind and day', async () => {
  expect((await find('水库', stranger)).items).toEqual([]);
  expect((await find('水库', clerk, { kind: 'meeting' })).items).toEqual([]);
  expect((await find('水库', clerk, { to: '2000-01-01' })).items).toEqual([]);
  expect((await find('水库', clerk, { from: '2000-01-01', kind: 'supervision' })).items).toHaveLength(1);
});

it('takes what is typed as words, not as a question to the database', async () => {
  for (const q of ["' | !", '%', '\\', "水库' & '安全"]) expect(Array.isArray((await find(q, clerk)).items)).toBe(true);
  expect((await find('%', clerk)).items).toEqual([]);
});

it('is refused without the permission', async () => {
  const nobody = await desk.worker('无权', office!);
  await expect(find('水库', nobody)).rejects.toMatchObject({ code: 'auth.forbidden' });
});
