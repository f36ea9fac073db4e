import { writeFileSync } from 'node:fs';
import { type DocumentKind, documentKinds } from '@karez/contracts-approval';
import type { Environment } from '@karez/service';
import { pdfText } from '../../test/pdf-text.js';
import { ApprovalConfig } from '../config.js';
import type { DocumentRow } from './document-row.js';
import type { PaperFacts } from './paper-facts.js';
import { Printer } from './printer.js';

const printer = new Printer(new ApprovalConfig({ publicUrl: 'https://karez.example' } as Environment, {}));
const common: PaperFacts = {
  ...{ itemName: '取水许可（新办）', applicantName: '渠小满', applicantKind: 'person', subject: '某灌区引水工程取水' },
  ...{ authority: '新疆维吾尔自治区水利厅', orgName: '行政审批处', date: '2026-11-27', submittedOn: '2026-11-25' },
};
const facts: Readonly<Record<DocumentKind, Partial<PaperFacts>>> = {
  acceptance: { statutoryDays: 45, promisedDays: 35, joint: false, excluded: ['专家评审不超过 30 个工作日'], bySilence: false },
  correction: { materials: ['水资源论证报告书缺少编制单位公章', '申请书第 2 页未签字'] },
  not_needed: {
    reason: '家庭生活和零星散养畜禽饮用取水',
    refusalKind: 'not_needed',
    legalBasis: ['《取水许可和水资源费征收管理条例》第四条'],
  },
  refusal: { reason: '取水口位于跨省河流', refusalKind: 'out_of_jurisdiction', competentBody: '流域管理机构' },
  excluded_time: { excludedKind: '专家评审', workingDays: 20, reason: '论证报告需要组织专家评审。' },
  extension: { extensionDays: 10, approver: '高远山', reason: '需要征求下游取水户意见' },
  grant: { decisionText: '经审查，申请符合法定条件。年取水量不超过 3 万立方米。', legalBasis: ['《中华人民共和国水法》第四十八条'] },
  denial: { decisionText: '经审查，取水将使下游断面生态流量不能保证', legalBasis: ['《取水许可和水资源费征收管理条例》第二十条'] },
  licence: {
    ...{ licenceName: '取水许可证', licenceMark: '新水取', validFrom: '2026-11-27', validUntil: '2031-11-26' },
    particulars: [
      { label: '项目名称', value: '某灌区引水工程' },
      { label: '水源类型', value: '地表水' },
      { label: '年取水量', value: '3 万立方米' },
      { label: '取水用途', value: '灌溉' },
    ],
  },
};
const document = (kind: DocumentKind, more: Partial<PaperFacts> = {}): DocumentRow => ({
  ...{ id: '0192f0c4-0000-7000-8000-000000000001', caseId: 'c', kind, orgId: 'o', applicantId: 'a', caseNumber: 'SL2026-000012' },
  ...{ number: '新水许〔2026〕12号', issuedAt: new Date('2026-11-27T02:00:00Z'), verifyCode: 'ABCDEFGHJK23' },
  facts: { ...common, ...facts[kind], ...more },
  ...{ fileId: null, digest: null, paperSeal: null },
  seal: {
    ...{ v: 1, alg: 'SM2-SM3', purpose: 'approval.document', signer: 'approval', keyId: 's-1', signedAt: '2026-11-27T02:00:00.000Z' },
    ...{ digest: '0'.repeat(64), signature: Buffer.from(`3046022100${'a1'.repeat(32)}022100${'b2'.repeat(32)}`, 'hex').toString('base64') },
  },
});
const read = async (kind: DocumentKind, more?: Partial<PaperFacts>): Promise<string> => {
  const pdf = await printer.print(document(kind, more));
  expect(pdf.length).toBeLessThan(200_000);
  if (process.env.KAREZ_PAPERS) writeFileSync(`${process.env.KAREZ_PAPERS}/${kind}.pdf`, pdf);
  return pdfText(pdf).replace(/\s/g, '');
};

const words: Readonly<Record<DocumentKind, readonly string[]>> = {
  acceptance: ['受理通知书', '第三十二条第一款第五项', '法定办理期限为45个工作日', '35个工作日内作出决定', '专家评审不超过30个工作日'],
  correction: ['补正通知书', '第三十二条第一款第四项', '1．水资源论证报告书缺少编制单位公章', '2．申请书第2页未签字', '重新计算受理期限'],
  not_needed: ['不受理告知书', '家庭生活和零星散养畜禽饮用取水', '第三十二条第一款第一项', '申请行政复议', '提起行政诉讼'],
  refusal: ['不予受理决定书', '第三十二条第一款第二项', '请向流域管理机构申请', '申请行政复议', '提起行政诉讼'],
  excluded_time: ['除外时间告知书', '专家评审', '20个工作日', '第四十五条'],
  extension: ['延期告知书', '第四十二条第一款', '经高远山批准', '延长10个工作日', '需要征求下游取水户意见'],
  grant: ['准予行政许可决定书', '《中华人民共和国水法》第四十八条', '第三十八条第一款', '年取水量不超过3万立方米'],
  denial: ['不予行政许可决定书', '第三十八条第二款', '生态流量不能保证', '六十日内向', '六个月内依法向人民法院提起行政诉讼'],
  licence: ['取水许可证', '年取水量3万立方米', '自2026年11月27日至2031年11月26日', '灌溉'],
};
it.each(documentKinds)('a paper of the kind %s says what the law asks of it', async (kind) => {
  const text = await read(kind);
  for (const each of [...words[kind], '渠小满', '取水许可（新办）', '新水许〔2026〕12号', '2026年11月27日', 'ABCD-EFGH-JK23'])
    expect(text).toContain(each);
  expect(text).toContain('https://karez.example/verify/ABCDEFGHJK23');
  expect(text).not.toMatch(/undefined|null|。。|NaN/);
  if (kind !== 'licence') expect(text).toContain('渠小满：');
});

it('a refusal after a correction says so, and so does an acceptance by silence', async () => {
  const refused = await read('refusal', { refusalKind: 'incomplete', reason: '论证报告仍无公章' });
  expect(refused).toContain('已一次性告知需要补正的全部内容');
  expect(refused).not.toContain('请向');
  expect(await read('acceptance', { bySilence: true, joint: true })).toMatch(/即为受理.*联合办理/);
  expect(await read('extension', { joint: true })).toContain('第四十二条第二款');
});

it('speaks to a company as one, and takes what somebody wrote as letters, not as commands of the typesetter', async () => {
  const text = await read('grant', { applicantKind: 'company', applicantName: '#某水务*有限*公司 $x$ <a> @b' });
  expect(text).toContain('#某水务*有限*公司$x$<a>@b：');
  expect(text).toContain('你单位于2026年11月25日提出的');
});

it('runs over to further pages without losing a word', async () => {
  const materials = Array.from({ length: 40 }, (_, index) => `第${index + 1}项材料未加盖公章，请重新提交加盖公章的扫描件。`);
  const text = await read('correction', { materials });
  expect(text).toContain('40．第40项材料未加盖公章');
  expect(text).toMatch(/—\d—/);
});

it('gives the same bytes for the same document', async () => {
  const [one, other] = [await printer.print(document('grant')), await printer.print(document('grant'))];
  expect(one.equals(other)).toBe(true);
});
