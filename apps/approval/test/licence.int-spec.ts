import { jest } from '@jest/globals';
import { documentApi, type LicenceRow } from '@karez/contracts-approval';
import { DecisionLists } from '../src/register/decision.lists.js';
import { jobContext } from '../src/jobs/job-context.js';
import { LicenceLists } from '../src/licence/licence.lists.js';
import { RenewalJob } from '../src/licence/renewal.job.js';
import { ApprovalUnderTest, type Caller } from './approval-under-test.js';
import { Centre } from './centre.js';
import { explainedQuery } from './explained.js';

jest.setTimeout(60_000);
let approval: ApprovalUnderTest;
let centre: Centre;
let reader: Caller;
let keeper: Caller;
beforeAll(async () => {
  approval = await ApprovalUnderTest.start();
  centre = await Centre.open(approval);
  reader = await approval.caller({ permissions: ['approval.licence.read'] }, centre.windowOrg);
  keeper = await approval.caller({ permissions: ['approval.licence.read', 'approval.licence.write'] }, centre.windowOrg, '证照管理员');
}, 60_000);
afterAll(() => approval.stop());

const granted = async (): Promise<LicenceRow> => {
  const { id } = await centre.decided();
  const { items } = await approval.call(documentApi.listLicences, {}, { as: reader });
  return items.find(({ caseId }) => caseId === id)!;
};
/** As if it had been granted long ago. */
const endsOn = (id: string, day: string) =>
  approval.owner(`update licence set valid_from = '2020-01-01', valid_until = '${day}' where id = '${id}'`);
const dayIn = (days: number): string => new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

it('a grant brings the licence, for the terms of its item; a denial brings none', async () => {
  const licence = await granted();
  expect(licence).toMatchObject({
    ...{ name: '取水许可证', holderName: '渠小满', itemCode: 'XJ-SL-001', state: 'valid', validFrom: dayIn(0), renewalDue: false },
    number: expect.stringMatching(/^新水取〔\d{4}〕\d+号$/) as string,
  });
  expect(licence.validUntil.slice(0, 4)).toBe(String(Number(dayIn(-1).slice(0, 4)) + 5));
  const before = (await approval.call(documentApi.listLicences, {}, { as: reader })).items.length;
  await centre.decided(false);
  expect((await approval.call(documentApi.listLicences, {}, { as: reader })).items).toHaveLength(before);
});

it('is listed to its body and its holder alone, by pages, states and words', async () => {
  const [one, other] = [await granted(), await granted()];
  await endsOn(one.id, dayIn(-1));
  const list = (request: object, as = reader) => approval.call(documentApi.listLicences, request, { as });
  expect((await list({ state: 'expired' })).items.map(({ id }) => id)).toEqual([one.id]);
  expect((await list({ state: 'valid' })).items.map(({ id }) => id)).toContain(other.id);
  expect((await list({ q: other.number })).items.map(({ id }) => id)).toEqual([other.id]);
  expect((await list({ q: '%' })).items).toEqual([]);
  expect((await list({ itemCode: 'XJ-SL-002' })).items).toEqual([]);
  for (const sort of ['-issued', 'until']) {
    const all = (await list({ sort })).items.map(({ id }) => id);
    const paged: string[] = [];
    for (let after: string | undefined; ;) {
      const page = await list({ sort, limit: 1, ...(after && { after }) });
      paged.push(...page.items.map(({ id }) => id));
      if (!(after = page.next)) break;
    }
    expect(paged).toEqual(all);
  }
  expect((await list({ sort: 'until' })).items[0]!.id).toBe(one.id);
  const elsewhere = await approval.caller({ permissions: ['approval.licence.read'] });
  expect((await list({}, elsewhere)).items).toEqual([]);
  await expect(list({}, await approval.caller({}, centre.windowOrg))).rejects.toMatchObject({ code: 'auth.forbidden' });
  const mine = (as: Caller) => approval.call(documentApi.listMyLicences, {}, { as });
  expect((await mine(centre.applicant)).items.map(({ id }) => id)).toContain(other.id);
  expect((await mine(await approval.applicant('别人'))).items).toEqual([]);
  await expect(mine(reader)).rejects.toMatchObject({ code: expect.stringMatching(/^auth\./) as string });
});

it('is revoked once, with reasons, by its body alone; verification and the timeline tell', async () => {
  const { id: licenceId, verifyCode, caseId } = await granted();
  const revoke = (as: Caller) => approval.call(documentApi.revokeLicence, { licenceId, reason: '以欺骗手段取得' }, { as });
  await expect(revoke(reader)).rejects.toMatchObject({ code: 'auth.forbidden' });
  await expect(revoke(await approval.caller({ permissions: ['approval.licence.write'] }))).rejects.toMatchObject({ code: 'not_found' });
  expect(await revoke(keeper)).toMatchObject({ state: 'revoked', revokedReason: '以欺骗手段取得', renewalDue: false });
  await expect(revoke(keeper)).rejects.toMatchObject({ code: 'approval.licence.over', params: { state: 'revoked' } });
  expect(await approval.call(documentApi.verifyDocument, { code: verifyCode })).toMatchObject({ state: 'revoked' });
  const { timeline } = await centre.view(caseId, centre.applicant);
  expect(timeline.at(-1)).toMatchObject({ kind: 'licence_revoked', text: expect.stringContaining('以欺骗手段取得') as string });
  const expired = await granted();
  await endsOn(expired.id, dayIn(-1));
  const late = { licenceId: expired.id, reason: '已过期' };
  await expect(approval.call(documentApi.revokeLicence, late, { as: keeper })).rejects.toMatchObject({ params: { state: 'expired' } });
});

it('of two who revoke at once one does', async () => {
  const { id: licenceId } = await granted();
  const both = await Promise.allSettled(
    [1, 2].map(() => approval.call(documentApi.revokeLicence, { licenceId, reason: '一次' }, { as: keeper })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

it('reminds of the renewal once, within 45 days of the end', async () => {
  const job = approval.service.app.get(RenewalJob);
  const [near, far, over] = [await granted(), await granted(), await granted()];
  await endsOn(near.id, dayIn(45));
  await endsOn(far.id, dayIn(46));
  await endsOn(over.id, dayIn(-1));
  await Promise.all([job.run(), job.run()]);
  await job.run();
  const told = async ({ caseId }: LicenceRow) => (await centre.view(caseId)).timeline.filter(({ kind }) => kind === 'licence_due');
  expect((await told(near)).map(({ text }) => text)).toEqual([expect.stringContaining(`有效期至 ${dayIn(45)}`)]);
  expect([...(await told(far)), ...(await told(over))]).toEqual([]);
  const { items } = await approval.call(documentApi.listLicences, { q: near.number }, { as: reader });
  expect(items[0]!.renewalDue).toBe(true);
});

it('publishes decisions under the numbers of their documents, with a person masked and never found by name', async () => {
  const list = (request: object) => approval.call(documentApi.listDecisions, request);
  const { id } = await centre.decided(false);
  const denial = (await centre.view(id)).documents.find(({ kind }) => kind === 'denial')!;
  const { items } = await list({ q: denial.number });
  expect(items).toEqual([
    {
      ...{ number: denial.number, itemName: '取水许可（新办）', holderName: '渠**', subject: '某灌区引水工程取水', granted: false },
      ...{ decidedAt: expect.any(String) as string, authority: '新疆维吾尔自治区水利厅' },
    },
  ]);
  expect((await list({ q: '渠小满' })).items).toEqual([]);
  expect((await list({ itemCode: 'XJ-SL-009' })).items).toEqual([]);
  const first = await list({ limit: 1 });
  const second = await list({ limit: 1, after: first.next });
  expect(first.items[0]!.decidedAt >= second.items[0]!.decidedAt).toBe(true);
});

it('lists read little more than they show', async () => {
  const { caseId } = await granted();
  await approval.owner(
    `create temporary table copied as select gen_random_uuid() as id, gen_random_uuid() as doc, gen_random_uuid() as owner, n from generate_series(1, 20000) n;
     insert into "case" select (jsonb_populate_record(kase, jsonb_build_object('id', copied.owner, 'number', 'SL2020-' || n, 'instance_id', null,
       'decided_at', now() - n * interval '1 hour'))).* from "case" kase, copied where kase.id = '${caseId}';
     insert into case_document select (jsonb_populate_record(document, jsonb_build_object('id', copied.doc, 'case_id', copied.owner,
       'number', 'X' || n, 'verify_code', lpad(n::text, 12, '0'), 'kind', 'grant'))).*
     from case_document document, copied where document.case_id = '${caseId}' and document.kind = 'licence';
     insert into licence select (jsonb_populate_record(licence, jsonb_build_object('id', copied.id, 'document_id', copied.doc, 'number', 'X' || n,
       'issued_at', now() - n * interval '1 hour'))).* from licence, copied where licence.case_id = '${caseId}';
     analyze;`,
  );
  const ctx = { ...jobContext('list'), actor: reader.actor };
  const licences = approval.service.app.get(LicenceLists).shown({}, ctx);
  const shown = await explainedQuery(
    approval.database,
    licences.orderBy('licence.issued_at', 'DESC').addOrderBy('licence.id', 'DESC').limit(51),
  );
  expect(shown.scans.join()).toContain('licence_by_issue');
  expect(shown.touched).toBeLessThan(200);
  const ends = approval.service.app.get(LicenceLists).shown({}, ctx).orderBy('licence.valid_until').addOrderBy('licence.id').limit(51);
  expect((await explainedQuery(approval.database, ends)).scans.join()).toContain('licence_by_end');
  const decisions = approval.service.app.get(DecisionLists).shown({});
  const read = await explainedQuery(
    approval.database,
    decisions.orderBy('kase.decided_at', 'DESC').addOrderBy('kase.id', 'DESC').limit(51),
  );
  expect(read.scans.join()).toContain('case_by_decision');
  expect(read.touched).toBeLessThan(400);
});
