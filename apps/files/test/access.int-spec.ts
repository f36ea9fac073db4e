import { jest } from '@jest/globals';
import { fileApi, type FileView } from '@karez/contracts-files';
import { OrgChanged } from '@karez/contracts-identity';
import { newId } from '@karez/kernel';
import { Inbox } from '@karez/messaging';
import { type Caller, callerOf, FilesUnderTest, reader } from './files-under-test.js';
import { pdf } from './samples.js';

// a file is looked at within a second or two; a busy machine takes longer
jest.setTimeout(30_000);

/** 自治区水利厅 ← 和田地区水利局 ← 策勒县水利局; 喀什地区水利局 beside 和田; a basin body whose river crosses 和田. */
const [department, hotan, cele, kashgar, basin] = [newId(), newId(), newId(), newId(), newId()];
let files: FilesUnderTest;
const uploaders: Record<string, Caller> = {};
const ids: Record<string, string> = {};

beforeAll(async () => {
  files = await FilesUnderTest.start();
  // a child before its parent: events of different bodies come in any order
  await changed(cele, hotan);
  await changed(kashgar, department);
  await changed(hotan, department, [basin]);
  await changed(basin, department);
  await changed(department, null);
  for (const [name, orgId] of Object.entries({ cele, hotan, kashgar })) {
    uploaders[name] = await callerOf(name, { orgId });
    ids[name] = (await files.stored(uploaders[name], `${name}.pdf`, pdf(name))).id;
  }
}, 90_000);
afterAll(() => files.stop());

async function changed(orgId: string, parentId: string | null, basinIds: readonly string[] = []): Promise<void> {
  const { subject, aggregate } = OrgChanged;
  const data = new OrgChanged(orgId, '', 'county_bureau', null, parentId, null).with({ basinIds });
  const sequences = (sequenceOf.get(orgId) ?? 0) + 1;
  sequenceOf.set(orgId, sequences);
  const event = {
    id: newId(),
    subject,
    producer: 'identity',
    aggregate,
    aggregateId: orgId,
    sequence: sequences,
    occurredAt: '',
    trace: '',
    data,
  };
  await files.service.app.get(Inbox).apply(event);
}
const sequenceOf = new Map<string, number>();
const names = async (as: Caller): Promise<string[]> =>
  (await files.call(fileApi.listFiles, { sort: 'name' }, as)).items.map(({ name }) => name);

it.each([
  ['unit', [cele], ['cele.pdf']],
  ['unit', [hotan], ['hotan.pdf']],
  ['unit_and_below', [hotan], ['cele.pdf', 'hotan.pdf']],
  ['unit_and_below', [department], ['cele.pdf', 'hotan.pdf', 'kashgar.pdf']],
  ['listed', [cele, kashgar], ['cele.pdf', 'kashgar.pdf']],
  ['basin', [basin], ['cele.pdf', 'hotan.pdf']],
  ['all', [], ['cele.pdf', 'hotan.pdf', 'kashgar.pdf']],
] as const)('the register is open by %s of %j', async (scope, orgIds, seen) => {
  expect(await names(await callerOf('监督', reader(scope, ...orgIds)))).toEqual(seen);
});

it('an overseer sees what a file is, and neither reads nor discards it', async () => {
  const overseer = await callerOf('监督', reader('unit_and_below', hotan));
  const view: FileView = await files.view(ids.cele!, overseer);
  expect(view).toMatchObject({ name: 'cele.pdf', uploaderName: 'cele', acts: [] });
  await expect(files.link(ids.cele!, overseer)).rejects.toThrow('not_found');
  await expect(files.call(fileApi.discardFile, { fileId: ids.cele! }, overseer)).rejects.toThrow('not_found');
  await expect(files.view(ids.kashgar!, overseer)).rejects.toThrow('not_found');
});

it('without the permission the register is closed, and of the files only one’s own are there', async () => {
  await expect(names(uploaders.cele!)).rejects.toThrow('auth.forbidden');
  expect((await files.call(fileApi.listMyFiles, {}, uploaders.cele!)).items.map(({ name }) => name)).toEqual(['cele.pdf']);
  await expect(files.view(ids.hotan!, uploaders.cele!)).rejects.toThrow('not_found');
});

it('an applicant with the same id as a member of staff is another person', async () => {
  const { actor } = uploaders.cele!;
  const applicant = await callerOf('申请人', { realm: 'applicant', id: actor.id });
  expect((await files.call(fileApi.listMyFiles, {}, applicant)).items).toEqual([]);
  await expect(files.view(ids.cele!, applicant)).rejects.toThrow('not_found');
});

it('a body that moves takes its people’s files with it', async () => {
  await changed(cele, kashgar);
  expect(await names(await callerOf('监督', reader('unit_and_below', hotan)))).toEqual(['hotan.pdf']);
  expect(await names(await callerOf('监督', reader('unit_and_below', kashgar)))).toEqual(['cele.pdf', 'kashgar.pdf']);
});

it('lists in pages, by name, size and age, and finds a part of a name literally', async () => {
  const clerk = await callerOf('阿依努尔');
  for (const name of ['c_1.pdf', 'cx1.pdf', '100%.pdf']) await files.stored(clerk, name, pdf(name.repeat(3)));
  const list = (request: object) => files.call(fileApi.listMyFiles, request, clerk);
  const seen: string[] = [];
  let page = await list({ sort: 'name', limit: 2 });
  seen.push(...page.items.map(({ name }) => name));
  page = await list({ sort: 'name', limit: 2, after: page.next });
  seen.push(...page.items.map(({ name }) => name));
  expect([seen, page.next]).toEqual([['100%.pdf', 'c_1.pdf', 'cx1.pdf'], undefined]);
  expect((await list({ q: 'c_1' })).items.map(({ name }) => name)).toEqual(['c_1.pdf']);
  expect((await list({ q: '%' })).items.map(({ name }) => name)).toEqual(['100%.pdf']);
  expect((await list({ sort: '-size' })).items[0]!.name).toBe('100%.pdf');
  expect((await list({ state: 'infected' })).items).toEqual([]);
  await expect(list({ sort: 'secret' })).rejects.toThrow('request.invalid');
  await expect(list({ after: 'x' })).rejects.toThrow('list.cursor_invalid');
});
