import { jest } from '@jest/globals';
import { caseApi, type CaseView, documentApi, type VerifiedDocument } from '@karez/contracts-approval';
import { sm3 } from '@karez/crypto';
import { newId } from '@karez/kernel';
import { Tx } from '@karez/persistence';
import { eventually } from '@karez/testing';
import { Documents } from '../src/document/documents.js';
import { Numbers } from '../src/document/numbers.js';
import type { PaperFacts } from '../src/document/paper-facts.js';
import { sealMark } from '../src/document/seal-mark.js';
import { jobContext } from '../src/jobs/job-context.js';
import { Verification } from '../src/register/verification.js';
import { ApprovalUnderTest } from './approval-under-test.js';
import { Centre } from './centre.js';
import { pdfText } from './pdf-text.js';

jest.setTimeout(60_000);
let approval: ApprovalUnderTest;
let centre: Centre;
beforeAll(async () => {
  approval = await ApprovalUnderTest.start();
  centre = await Centre.open(approval);
}, 60_000);
afterAll(() => approval.stop());

/** The case once all its papers are made. */
const printed = async (caseId: string): Promise<CaseView> => {
  let kase!: CaseView;
  await eventually(
    async () => {
      kase = await centre.view(caseId);
      expect(kase.documents.every(({ ready }) => ready)).toBe(true);
    },
    { timeoutMs: 20_000 },
  );
  return kase;
};
const paperOf = ({ documents }: CaseView, kind: string) => {
  const document = documents.find((each) => each.kind === kind)!;
  const { name, bytes } = approval.files.receivedFor(document.id)!;
  return { document, name, bytes, text: pdfText(bytes).replace(/\s/g, '') };
};
const verify = (code: string, s?: string): Promise<VerifiedDocument> =>
  approval.call(documentApi.verifyDocument, { code, ...(s && { s }) });

it('prints the papers of a case after each act, with number, law, and code of verification', async () => {
  const { id } = await centre.decided();
  const kase = await printed(id);
  expect(kase.documents.map(({ kind }) => kind)).toEqual(['acceptance', 'grant', 'licence']);
  const year = new Date().getFullYear();
  const acceptance = paperOf(kase, 'acceptance');
  expect(acceptance.document.number).toBe(`新水许受〔${year}〕1号`);
  expect(acceptance.name).toBe(`受理通知书（${acceptance.document.number}）.pdf`);
  for (const said of [
    '受理通知书',
    kase.number!,
    '渠小满：',
    '第三十二条第一款第五项',
    '法定办理期限为45个工作日',
    '新疆维吾尔自治区水利厅',
  ])
    expect(acceptance.text).toContain(said);
  const grant = paperOf(kase, 'grant');
  for (const said of ['准予行政许可', '《中华人民共和国水法》第四十八条', '第三十八条第一款', grant.document.number])
    expect(grant.text).toContain(said);
  const licence = paperOf(kase, 'licence');
  expect(licence.document.title).toBe('取水许可证');
  for (const said of ['取水许可证', '水源类型地表水', '年取水量3万立方米', '某灌区引水工程']) expect(licence.text).toContain(said);
  for (const { text, document, bytes } of [acceptance, grant, licence]) {
    expect(text).toContain(document.verifyCode.replace(/(.{4})(?=.)/g, '$1-'));
    expect(text).toContain(`https://karez.example/verify/${document.verifyCode}`);
    expect(bytes.length).toBeLessThan(200_000);
    expect((await verify(document.verifyCode)).digest).toBe(sm3(bytes).toString('hex'));
  }
  const issued = await approval.database.query<{ data: object }[]>(
    `select envelope -> 'data' as data from outbox where subject = 'evt.approval.document-issued.v1' and aggregate_id = $1`,
    [id],
  );
  expect(issued.map(({ data }) => data)).toContainEqual(expect.objectContaining({ kind: 'licence', number: licence.document.number }));
});

it('a refusal and a denial tell of review and suit', async () => {
  const denied = await printed((await centre.decided(false)).id);
  expect(denied.documents.map(({ kind }) => kind)).toEqual(['acceptance', 'denial']);
  const { id: caseId } = await centre.submitted();
  const refusal = { caseId, kind: 'out_of_jurisdiction', reason: '取水口位于跨省河流', competentBody: '流域管理机构' } as const;
  await approval.call(caseApi.refuseCase, refusal, { as: centre.window });
  const refused = await printed(caseId);
  for (const text of [paperOf(denied, 'denial').text, paperOf(refused, 'refusal').text])
    expect(text).toMatch(/六十日内向新疆维吾尔自治区人民政府申请行政复议.*六个月内依法向人民法院提起行政诉讼/);
  expect(paperOf(refused, 'refusal').text).toContain('请向流域管理机构申请');
});

it('opens a paper by a short link for the applicant and for whoever sees the case, and for nobody else', async () => {
  const kase = await printed((await centre.accepted()).id);
  const documentId = kase.documents[0]!.id;
  const open = (as?: typeof centre.window) => approval.call(documentApi.openDocument, { documentId }, as ? { as } : {});
  for (const as of [centre.applicant, centre.window]) expect((await open(as)).url).toMatch(/^\/api\/files\/content\//);
  await expect(open()).rejects.toMatchObject({ code: 'auth.required' });
  for (const as of [
    await approval.applicant('别人'),
    await approval.caller({ permissions: ['approval.case.read'] }),
    await approval.caller(),
  ])
    await expect(open(as)).rejects.toMatchObject({ code: 'not_found' });
  await expect(approval.call(documentApi.openDocument, { documentId: newId() }, { as: centre.window })).rejects.toMatchObject({
    code: 'not_found',
  });
  await approval.owner(
    `update case_document set file_id = null, digest = null, paper_seal = null, made_at = null where id = '${documentId}'`,
  );
  await expect(open(centre.applicant)).rejects.toMatchObject({ code: 'approval.document.not_ready' });
});

it('a paper that files would not take is made when they do', async () => {
  approval.files.refuseNext(2);
  const kase = await printed((await centre.accepted()).id);
  expect(paperOf(kase, 'acceptance').text).toContain(kase.number!);
});

describe('verification', () => {
  it('shows a masked holder, the state of the licence and the seal', async () => {
    const kase = await printed((await centre.decided()).id);
    const { verifyCode: code, number } = kase.documents.find(({ kind }) => kind === 'licence')!;
    const shown = await verify(code);
    expect(shown).toMatchObject({ title: '取水许可证', number, holderName: '渠**', state: 'valid', itemName: '取水许可（新办）' });
    expect(shown.sealKeyId).toMatch(/^s-/);
    const [{ seal }] = await approval.database.query<[{ seal: { signature: string } }]>(
      'select seal from case_document where verify_code = $1',
      [code],
    );
    const mark = sealMark({ seal } as never);
    expect(await verify(code, mark)).toMatchObject({ number });
    await expect(verify(code, `${mark[0] === 'A' ? 'B' : 'A'}${mark.slice(1)}`)).rejects.toMatchObject({
      code: 'approval.verify.not_found',
    });
  });

  it.each<[string, string]>([
    ['its number', `number = number || '0'`],
    ['its holder', `facts = facts || '{"applicantName": "冒名者"}'`],
    ['its term', `facts = facts || '{"validUntil": "2099-12-31"}'`],
    ['its day', `issued_at = issued_at + interval '1 day'`],
    ['its case', `case_number = 'SL2020-000001'`],
    ['its paper', `digest = repeat('0', 64)`],
    ['the seal of another', `seal = (select seal from case_document other where other.id <> case_document.id limit 1)`],
    ['no word of the paper', `paper_seal = null, file_id = null, made_at = null, digest = null, seal = seal || '{"keyId": "s-other"}'`],
  ])('fails when somebody changed %s in the register', async (_what, change) => {
    const kase = await printed((await centre.decided()).id);
    const { verifyCode: code, id } = kase.documents.find(({ kind }) => kind === 'licence')!;
    expect(await verify(code)).toMatchObject({ state: 'valid' });
    await approval.owner(`update case_document set ${change} where id = '${id}'`);
    await expect(verify(code)).rejects.toMatchObject({ code: 'approval.verify.tampered' });
  });

  it('the service itself may not change what it issued', async () => {
    await printed((await centre.accepted()).id);
    for (const sql of [
      `update case_document set number = 'x'`,
      `update case_document set facts = '{}'`,
      'delete from case_document',
      `update licence set valid_until = '2099-12-31'`,
      'delete from licence',
      'delete from seal_key',
      `update seal_key set public_key = ''`,
    ])
      await expect(approval.database.query(sql)).rejects.toMatchObject({ code: '42501' });
  });

  it('takes few wrong codes of one address', async () => {
    const verification = approval.service.app.get(Verification);
    const from = (address: string) => ({ ...jobContext('verify'), address });
    const tried = (code: string, address: string) => verification.verify({ code }, from(address));
    for (let turn = 0; turn < 30; turn += 1)
      await expect(tried('AAAAAAAAAAAA', '10.0.0.1')).rejects.toMatchObject({ code: 'approval.verify.not_found' });
    await expect(tried('AAAAAAAAAAAA', '10.0.0.1')).rejects.toMatchObject({ code: 'approval.progress.too_many' });
    await expect(tried('AAAAAAAAAAAA', '10.0.0.2')).rejects.toMatchObject({ code: 'approval.verify.not_found' });
    await expect(verify('short')).rejects.toMatchObject({ code: 'request.invalid' });
  });
});

describe('numbers', () => {
  const facts: PaperFacts = {
    ...{ itemName: '取水许可（新办）', applicantName: '渠小满', applicantKind: 'person', subject: '取水', authority: '水利厅' },
    ...{ orgName: '行政审批处', date: '2026-11-27' },
  };

  it('twenty at once are consecutive, and one that is given up leaves no gap', async () => {
    const { id: caseId } = await centre.submitted();
    const documents = approval.service.app.get(Documents);
    const request = { kind: 'extension', caseId, orgId: centre.windowOrg, applicantId: newId(), caseNumber: 'SL', facts } as const;
    const issue = (fails: boolean) =>
      approval.database.transaction(async (manager) => {
        const { number } = await documents.issue(new Tx(manager, jobContext('issue'), 'approval'), request);
        if (fails) throw new Error('given up');
        return number;
      });
    const all = await Promise.allSettled(Array.from({ length: 21 }, (_, index) => issue(index === 7)));
    const numbers = all.flatMap((each) => (each.status === 'fulfilled' ? [Number(/〕(\d+)号/.exec(each.value)![1])] : []));
    expect(numbers).toHaveLength(20);
    const first = Math.min(...numbers);
    expect(numbers.sort((one, other) => one - other)).toEqual(Array.from({ length: 20 }, (_, index) => first + index));
  });

  it('begin anew with each year and for each series', async () => {
    const numbers = new Numbers();
    await approval.database.transaction(async (manager) => {
      expect([await numbers.next(manager, '甲', 2026), await numbers.next(manager, '甲', 2026)]).toEqual([1, 2]);
      expect([await numbers.next(manager, '甲', 2027), await numbers.next(manager, '乙', 2026)]).toEqual([1, 1]);
    });
  });

  it('the year is that of the government day: an hour after midnight in China is the new year', async () => {
    const { id: caseId } = await centre.submitted();
    const request = { kind: 'extension', caseId, orgId: centre.windowOrg, applicantId: newId(), caseNumber: 'SL', facts } as const;
    const { number } = await approval.database.transaction((manager) =>
      approval.service.app
        .get(Documents)
        .issue(new Tx(manager, jobContext('issue', new Date('2026-12-31T17:00:00Z')), 'approval'), request),
    );
    expect(number).toBe('新水许延〔2027〕1号');
  });
});
