import { jest } from '@jest/globals';
import { disclosureRequestApi, type InspectionRule, inspectionApi } from '@karez/contracts-portal';
import { LetterDeskUnderTest } from './letter-desk-under-test.js';
import { type Caller, PortalUnderTest } from './portal-under-test.js';

jest.setTimeout(40_000);
let portal: PortalUnderTest;
let letters: LetterDeskUnderTest;
let reader: Caller;
beforeAll(async () => {
  portal = await PortalUnderTest.start();
  letters = await LetterDeskUnderTest.open(portal);
  reader = await portal.caller({ permissions: ['portal.inspection.read'] }, letters.desk.orgId);
}, 90_000);
afterAll(() => portal.stop());

const board = (as = reader) => portal.call(inspectionApi.getInspection, { siteId: letters.desk.site.id }, { as });
const lines = async (rule: InspectionRule) => (await board()).lines.filter((line) => line.rule === rule);
const backdate = (table: string, column: string, where: string, days: number) =>
  portal.database.query(`update ${table} set ${column} = now() - $1::int * interval '1 day' - interval '1 hour' where ${where}`, [days]);

it('follows the site: nothing published, then fresh, then silent', async () => {
  expect(await lines('home_silent')).toEqual([{ rule: 'home_silent', lamp: 'red' }]);
  expect((await lines('column_empty')).find(({ limit }) => limit)).toMatchObject({ count: 1, limit: 5 });
  await letters.desk.publish();
  expect(await lines('home_silent')).toEqual([expect.objectContaining({ lamp: 'green', daysLeft: 13 })]);
  expect(await lines('column_silent')).toEqual([expect.objectContaining({ lamp: 'green', subject: '新闻动态', orgName: '试用厅办公室' })]);
  expect((await lines('column_empty')).find(({ limit }) => limit)).toMatchObject({ count: 0, lamp: 'green' });
  await backdate('listing', 'listed_at', 'true', 15);
  expect(await lines('home_silent')).toEqual([expect.objectContaining({ lamp: 'red', daysLeft: -2 })]);
  expect((await lines('columns_silent')).find(({ limit }) => limit === 5)).toMatchObject({ count: 1 });
});

it('warns of a letter before three months are over, and tells no name', async () => {
  const { letterId, receipt } = await letters.sent();
  expect((await lines('letter_unanswered')).map(({ lamp }) => lamp)).toEqual(['green']);
  await backdate('letter', 'received_at', `id = '${letterId}'`, 80);
  const [warned] = (await lines('letter_unanswered')).filter(({ subjectId }) => subjectId);
  expect(warned).toMatchObject({ lamp: 'amber', subject: receipt.receipt, subjectId: letterId });
  expect(warned!.daysLeft).toBeLessThan(13);
  await backdate('letter', 'received_at', `id = '${letterId}'`, 95);
  expect((await lines('letter_unanswered')).map(({ lamp }) => lamp)).toEqual(['red', 'red']);
  await letters.route(letterId);
  await letters.draft(letterId);
  await letters.approve(letterId, false);
  expect((await lines('letter_unanswered')).map(({ lamp }) => lamp)).toEqual(['green']);
});

it('sees requests that are due and catalogue texts that stay drafts', async () => {
  const asked = {
    applicantKind: 'person',
    name: '试申请',
    identityNumber: '11010519491231002X',
    phone: '13900000000',
    form: 'paper',
  } as const;
  const { receipt } = await portal.call(disclosureRequestApi.requestDisclosure, {
    ...{ ...asked, site: letters.desk.site.code, information: '某年度灌区渠系改造计划文件' },
  });
  await backdate('disclosure_request', 'due_at', `receipt = '${receipt}'`, 2);
  const old = await letters.desk.draft({
    title: '迟迟未公开的通知',
    disclosure: { theme: 'other', genre: 'notice', formedOn: '2026-09-01' },
  });
  const found = (await lines('disclosure_overdue')).filter(({ subjectId }) => subjectId);
  expect(found).toEqual([
    expect.objectContaining({ lamp: 'red', subject: '迟迟未公开的通知', subjectId: old.articleId }),
    expect.objectContaining({ lamp: 'red', subject: receipt, daysLeft: -3 }),
  ]);
});

it('another body’s site is not found, and the board needs its permission', async () => {
  const stranger = await portal.caller({ permissions: ['portal.inspection.read'] });
  await expect(board(stranger)).rejects.toMatchObject({ code: 'not_found' });
  await expect(board(letters.opener)).rejects.toMatchObject({ code: 'auth.forbidden' });
});
