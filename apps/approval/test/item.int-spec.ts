import { itemApi } from '@karez/contracts-approval';
import { newId } from '@karez/kernel';
import { strToU8, zipSync } from 'fflate';
import { plantCatalogue } from '../src/seed/plant-catalogue.js';
import { items } from '../src/seed/items.js';
import { eventually } from '@karez/testing';
import { ApprovalUnderTest, type Caller } from './approval-under-test.js';

const window = newId();
let approval: ApprovalUnderTest;
let editor: Caller;
beforeAll(async () => {
  approval = await ApprovalUnderTest.start();
  await approval.body(window, '行政审批处');
  for (const office of ['水资源管理处', '河湖管理处', '规划计划处', '水土保持处', '水旱灾害防御处']) await approval.body(newId(), office);
  editor = await approval.caller({ permissions: ['approval.item.write'] }, window);
}, 60_000);
afterAll(() => approval.stop());

const sheet = (code: string, more: object = {}): Record<string, unknown> => ({ ...items[0]!, code, ...more });
const bring = (brought: Record<string, unknown>[], as = editor) => approval.call(itemApi.importItems, { items: brought }, { as });

it('publishes what is brought, shows the guide to anybody, and keeps earlier versions', async () => {
  expect((await bring([sheet('T-001')])).items).toEqual([{ code: 'T-001', name: '取水许可（新办）', version: 1, unchanged: false }]);
  expect((await bring([sheet('T-001')])).items[0]).toMatchObject({ version: 1, unchanged: true });
  expect((await bring([sheet('T-001', { promisedDays: 30 })])).items[0]).toMatchObject({ version: 2, unchanged: false });
  const guide = await approval.call(itemApi.getItem, { code: 'T-001' });
  expect(guide).toMatchObject({ version: 2, promisedDays: 30, statutoryDays: 45, windowOrgId: window, open: true });
  expect(guide.materials.map(({ name }) => name)).toContain('建设项目水资源论证报告书（表）');
  expect(await approval.call(itemApi.getItem, { code: 'T-001', version: 1 })).toMatchObject({ promisedDays: 35 });
  const events = await approval.database.query<unknown[]>(`select 1 from outbox where subject = 'evt.approval.item-published.v1'`);
  expect(events).toHaveLength(2);
});

it('refuses the whole of an import and names row and field', async () => {
  const wrong = sheet('T-003', { promisedDays: 99, statutoryDays: 20 });
  await expect(bring([sheet('T-002'), wrong])).rejects.toMatchObject({
    ...{ code: 'approval.import.refused', params: { count: 1, where: 'items[1]', field: 'promisedDays' } },
  });
  await expect(approval.call(itemApi.getItem, { code: 'T-002' })).rejects.toMatchObject({ code: 'approval.item.unknown' });
});

it.each<[string, object, string]>([
  ['an unknown field', { surprise: 1 }, 'surprise'],
  ['a window that no body is', { window: '某某处' }, 'window'],
  ['an office that no body is', { steps: [{ name: '审查', workingDays: 1, offices: ['某某处'] }] }, 'steps'],
  ['a cap of what is no lawful exclusion', { exclusionCaps: { holiday: 3 } }, 'exclusionCaps'],
  ['a rule that nobody knows', { materials: [{ ...items[0]!.materials[0]!, when: { conjure: [] } }] }, 'when'],
  ['a material twice', { materials: [items[0]!.materials[0]!, items[0]!.materials[0]!] }, 'materials'],
  ['a code that is none', { code: 'x' }, 'code'],
])('refuses %s', async (_what, more, field) => {
  await expect(bring([sheet('T-004', more)])).rejects.toMatchObject({ code: 'approval.import.refused', params: { field } });
});

it('reads a workbook, names the row, and refuses what is none', async () => {
  const row = { ...items[3]!, code: 'T-010' };
  const looked = await approval.call(itemApi.importItems, { workbook: workbook([row, { ...row, code: 'T-011' , promisedDays: 90 }]), dryRun: true }, { as: editor }); // prettier-ignore
  expect(looked.items.map(({ code }) => code)).toEqual(['T-010']);
  expect(looked.problems).toEqual([{ where: '第 3 行', field: 'promisedDays', message: '承诺期限不能长于法定期限' }]);
  await approval.call(itemApi.importItems, { workbook: workbook([row]) }, { as: editor });
  expect(await approval.call(itemApi.getItem, { code: 'T-010' })).toMatchObject({ ...row, version: 1 });
  for (const [request, code] of [
    [{ workbook: Buffer.from('no workbook').toString('base64') }, 'approval.import.workbook_unreadable'],
    [{}, 'approval.import.nothing'],
    [{ items: [], workbook: '' }, 'approval.import.nothing'],
  ] as const)
    await expect(approval.call(itemApi.importItems, request as object, { as: editor })).rejects.toMatchObject({ code });
});

it('pages the catalogue, finds by name, and asks its table', async () => {
  await bring([sheet('T-020', { name: '甲事项', category: '试验' }), sheet('T-021', { name: '乙事项', category: '试验' })]);
  const first = await approval.call(itemApi.listItems, { category: '试验', limit: 1 });
  const rest = await approval.call(itemApi.listItems, { category: '试验', limit: 1, after: first.next! });
  expect([...first.items, ...rest.items].map(({ code }) => code)).toEqual(['T-020', 'T-021']);
  expect((await approval.call(itemApi.listItems, { q: '乙事' })).items).toHaveLength(1);
  expect((await approval.call(itemApi.listItems, { q: '%' })).items).toHaveLength(0);
  await bring([{ ...items[3]!, code: 'T-022' }]);
  const asked = await approval.call(itemApi.askTable, { code: 'T-022', values: { area: 0.4, earthwork: 900 } });
  expect(asked).toMatchObject({ outcome: 'none' });
});

it('pauses and opens an item', async () => {
  await bring([sheet('T-030')]);
  expect(await approval.call(itemApi.openItem, { code: 'T-030', open: false }, { as: editor })).toMatchObject({ open: false });
  expect(await approval.call(itemApi.getItem, { code: 'T-030' })).toMatchObject({ open: false });
});

it('lets two imports of a new item follow each other', async () => {
  const both = await Promise.all([bring([sheet('T-040')]), bring([sheet('T-040', { promisedDays: 9 })])]);
  expect(both.map(({ items: [item] }) => item!.version).sort()).toEqual([1, 2]);
});

it('refuses whoever lacks the permission, or reaches another body alone', async () => {
  const nobody = await approval.caller();
  const stranger = await approval.caller({ permissions: ['approval.item.write'] });
  await expect(bring([sheet('T-050')], nobody)).rejects.toMatchObject({ code: 'auth.forbidden' });
  await expect(bring([sheet('T-050')], stranger)).rejects.toMatchObject({ code: 'auth.out_of_scope' });
  await bring([sheet('T-050')]);
  const close = (as?: Caller) => approval.call(itemApi.openItem, { code: 'T-050', open: false }, as ? { as } : {});
  await expect(close()).rejects.toMatchObject({ code: 'auth.required' });
  await expect(close(nobody)).rejects.toMatchObject({ code: 'auth.forbidden' });
  await expect(close(stranger)).rejects.toMatchObject({ code: 'not_found' });
});

it('publishes its own catalogue when the windows have come, once', async () => {
  expect(await plantCatalogue(approval.databaseUrl)).toBe(false);
  await approval.owner('delete from item_version; delete from item');
  expect(await plantCatalogue(approval.databaseUrl)).toBe(true);
  expect(await plantCatalogue(approval.databaseUrl)).toBe(false);
  await eventually(
    async () => {
      const { items: shown } = await approval.call(itemApi.listItems, {});
      expect(shown.map(({ code }) => code)).toEqual(items.map(({ code }) => code));
    },
    { timeoutMs: 20_000 },
  );
}, 30_000);

/** A workbook as a spreadsheet program writes one: names in the first row, an item in each further one. */
function workbook(rows: readonly object[]): string {
  const names = Object.keys(rows[0]!);
  const cell = (value: unknown): string => {
    if (typeof value === 'number') return `<c><v>${value}</v></c>`;
    const isLines = Array.isArray(value) && value.every((each) => typeof each === 'string');
    const said = typeof value === 'string' ? value : isLines ? value.join('\n') : JSON.stringify(value);
    return `<c t="inlineStr"><is><t xml:space="preserve">${said.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')}</t></is></c>`;
  };
  const lines = [names, ...rows.map((row) => names.map((name) => (row as Record<string, unknown>)[name]))];
  const named = lines.map((line, y) => `<row r="${y + 1}">${line.map((value, x) => cell(value).replace('<c', `<c r="${column(x)}${y + 1}"`)).join('')}</row>`); // prettier-ignore
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packaged = 'http://schemas.openxmlformats.org/package/2006';
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relation}"><sheets><sheet name="事项" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${named.join('')}</sheetData></worksheet>`,
  };
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(head + text)])))).toString(
    'base64',
  );
}
const column = (x: number): string => (x < 26 ? String.fromCharCode(65 + x) : column(Math.floor(x / 26) - 1) + column(x % 26));
