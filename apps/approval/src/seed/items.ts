import type { ItemSheet } from '@karez/contracts-approval';
import { aboutProject, amount, choice, common, formOf, identity, material, text, yesNo } from './item-parts.js';

const thirdParty = material('third_party', '与第三者利害关系的说明或协议', {
  ...{ mayFollow: true, when: { '==': [{ var: 'affectsOthers' }, true] } },
  reviewPoints: ['第三者签字或盖章', '补偿措施明确'],
});
const report = (code: string, name: string) =>
  material(code, name, { source: '具备能力的编制单位', reviewPoints: ['加盖编制单位公章', '责任页签字齐全', '与项目依据文件一致'] });
const waterUse = formOf(
  {
    项目: [...aboutProject, yesNo('filed', '项目须审批、核准或备案'), yesNo('affectsOthers', '涉及第三者利害关系')],
    取水: [
      choice('source', '水源类型', { surface: '地表水', ground: '地下水' }),
      amount('annual', '年取水量', '万立方米'),
      { ...amount('wellDepth', '井深', '米'), required: false },
      text('purpose', '取水用途'),
    ],
  },
  [
    { effect: 'show', when: { '==': [{ var: 'source' }, 'ground'] }, fields: ['wellDepth'] },
    { effect: 'require', when: { '==': [{ var: 'source' }, 'ground'] }, fields: ['wellDepth'] },
    { effect: 'refuse', when: { '==': [{ var: 'annual' }, 0] }, fields: ['annual'], message: '年取水量应当大于 0' },
  ],
);
const riverProject = formOf({
  项目: [...aboutProject, text('river', '河流、湖泊名称'), yesNo('affectsOthers', '涉及第三者利害关系')],
  工程: [text('works', '工程内容', 2_000)],
});
const held = formOf({ 证件: [text('licenceNumber', '取水许可证编号')], 说明: [text('reason', '申请理由', 1_000)] });
const table: ItemSheet['decisionTable'] = {
  ...{ name: '水土保持方案类别', basis: '《生产建设项目水土保持方案管理办法》' },
  rows: [
    {
      ...{ outcome: 'report', text: '编制水土保持方案报告书' },
      when: { or: [{ '>=': [{ var: 'area' }, 5] }, { '>=': [{ var: 'earthwork' }, 50_000] }] },
    },
    {
      ...{ outcome: 'form', text: '编制水土保持方案报告表，实行承诺制' },
      when: { or: [{ '>=': [{ var: 'area' }, 0.5] }, { '>=': [{ var: 'earthwork' }, 1_000] }] },
    },
    {
      ...{ outcome: 'none', text: '不需要编制水土保持方案' },
      when: { and: [{ '<': [{ var: 'area' }, 0.5] }, { '<': [{ var: 'earthwork' }, 1_000] }] },
    },
  ],
};
const jurisdiction: ItemSheet['decisionTable'] = {
  ...{ name: '审核权限', basis: '《水工程建设规划同意书制度管理办法（试行）》' },
  rows: [
    {
      ...{ outcome: 'basin', text: '由流域管理机构审核' },
      when: { in: [{ var: 'riverKind' }, ['main', 'interprovincial', 'international']] },
    },
    { outcome: 'local', text: '由县级以上地方水行政主管部门按权限审核', when: { '==': [{ var: 'riverKind' }, 'other'] } },
  ],
};
const waterLicence = { name: '取水许可证', mark: '新水取', years: 5 };
const waterBasis = ['《中华人民共和国水法》第四十八条', '《取水许可和水资源费征收管理条例》'];

/** From published guides of other places; each names the one that its days and materials come from. Days are data: the office sets its own. */
export const items: readonly ItemSheet[] = [
  {
    ...{
      ...common,
      code: 'XJ-SL-001',
      name: '取水许可（新办）',
      statutoryDays: 45,
      promisedDays: 35,
      form: waterUse,
      legalBasis: waterBasis,
    },
    conditions: ['符合水资源规划和用水总量控制', '取水和退水不损害公共利益和他人合法权益'],
    materials: [
      material('application', '取水许可申请书', { reviewPoints: ['填写完整', '签字或盖章'] }),
      report('assessment', '建设项目水资源论证报告书（表）'),
      thirdParty,
      material('filing', '项目备案文件', { source: '发展改革部门', when: { '==': [{ var: 'filed' }, true] } }),
      identity,
    ],
    steps: [
      { name: '初审分办', workingDays: 5, by: 'window' },
      { name: '审查', workingDays: 20, note: '专家评审、现场核查不计入期限', offices: ['水资源管理处', '河湖管理处', '规划计划处'] },
      { name: '决定', workingDays: 10, by: 'leader' },
    ],
    ...{ licence: waterLicence, result: '取水许可证', source: '同类公开办事指南' },
  },
  {
    ...{ ...common, code: 'XJ-SL-002', name: '取水许可（延续）', statutoryDays: 45, promisedDays: 3, form: held, legalBasis: waterBasis },
    conditions: ['在取水许可证有效期届满 45 日前提出'],
    materials: [material('application', '延续取水申请书'), report('evaluation', '延续取水评估报告'), identity],
    steps: [
      { name: '审批', workingDays: 2, note: '现场核查不计入期限', offices: ['水资源管理处'] },
      { name: '办结', workingDays: 1, by: 'leader' },
    ],
    ...{ licence: waterLicence, result: '取水许可证', source: '四川万源市公开指南' },
  },
  {
    ...{ ...common, code: 'XJ-SL-003', name: '取水许可（变更）', promisedDays: 3, form: held, legalBasis: waterBasis },
    conditions: ['取水权人名称、法定代表人等事项发生变化'],
    materials: [material('application', '取水许可变更申请书'), material('proof', '变更事项的证明文件'), identity],
    steps: [{ name: '审批', workingDays: 3, offices: ['水资源管理处'] }],
    ...{ licence: waterLicence, result: '取水许可证', source: '参照延续事项' },
  },
  {
    ...{ ...common, code: 'XJ-SL-004', name: '生产建设项目水土保持方案审批', promisedDays: 16, decisionTable: table },
    legalBasis: ['《中华人民共和国水土保持法》第二十五条'],
    conditions: ['在山区、丘陵区、风沙区和容易发生水土流失的区域开办生产建设项目'],
    materials: [
      material('request', '水土保持方案审批申请'),
      { ...report('plan', '水土保持方案（报告书或报告表）') },
      material('promise', '水土保持承诺书', { byPromise: true, when: { '<': [{ var: 'area' }, 5] } }),
    ],
    form: formOf({ 项目: aboutProject, 规模: [amount('area', '征占地面积', '公顷'), amount('earthwork', '挖填土石方总量', '立方米')] }),
    steps: [
      { name: '受理', workingDays: 1 },
      { name: '审核', workingDays: 11, note: '技术评审不计入期限，不超过 30 个工作日', offices: ['水土保持处'] },
      { name: '审批', workingDays: 3, by: 'leader' },
      { name: '办结送达', workingDays: 1 },
    ],
    ...{ exclusionCaps: { expert_review: 30 }, result: '准予行政许可决定书', source: '省级公开指南（承诺 16 个工作日）' },
  },
  {
    ...{ ...common, code: 'XJ-SL-005', name: '河道管理范围内建设项目工程建设方案审批', promisedDays: 10, form: riverProject },
    legalBasis: ['《中华人民共和国防洪法》第二十七条', '《中华人民共和国河道管理条例》第十一条'],
    conditions: ['符合防洪标准、岸线规划和河势稳定要求'],
    materials: [
      ...[material('application', '申请书'), report('flood', '防洪评价报告')],
      material('basis', '建设项目所依据的文件', { reviewPoints: ['与可研批复一致'] }),
      ...[material('drawings', '工程建设方案及图纸'), thirdParty],
    ],
    steps: [
      { name: '受理初审', workingDays: 2, by: 'window' },
      {
        ...{ name: '审查', workingDays: 6, offices: ['河湖管理处', '水旱灾害防御处'] },
        note: '特殊程序：听证、集体审查 30 日，技术评审 65 日，不计入期限',
      },
      { name: '决定', workingDays: 2, by: 'leader' },
    ],
    ...{
      exclusionCaps: { hearing: 30, expert_review: 65 },
      result: '准予水行政许可决定书',
      source: '焦作市公开指南（法定 20、承诺 10 个工作日）',
    },
  },
  {
    ...{ ...common, code: 'XJ-SL-006', name: '非防洪建设项目洪水影响评价报告审批', promisedDays: 10, form: riverProject },
    legalBasis: ['《中华人民共和国防洪法》第三十三条', '水防〔2024〕300号'],
    conditions: ['在洪泛区、蓄滞洪区内建设非防洪建设项目'],
    materials: [
      material('application', '申请书'),
      report('impact', '洪水影响评价报告'),
      material('drawings', '建设方案及图纸'),
      thirdParty,
    ],
    steps: [
      { name: '受理初审', workingDays: 2, by: 'window' },
      { name: '审查', workingDays: 6, offices: ['水旱灾害防御处', '河湖管理处'] },
      { name: '决定', workingDays: 2, by: 'leader' },
    ],
    ...{ result: '准予行政许可决定书', source: '焦作市公开指南（法定 20、承诺 10 个工作日）' },
  },
  {
    ...{ ...common, code: 'XJ-SL-007', name: '水工程建设规划同意书审核', promisedDays: 20, decisionTable: jurisdiction },
    ...{ legalBasis: ['《中华人民共和国水法》第十九条'], conditions: ['符合流域综合规划和防洪规划'] },
    materials: [material('application', '规划同意书申请表'), report('study', '（预）可行性研究报告'), thirdParty],
    form: formOf({
      项目: [...aboutProject, yesNo('affectsOthers', '涉及第三者利害关系')],
      河流: [
        text('river', '河流名称'),
        choice('riverKind', '河流类别', {
          main: '七大江河干流及一级支流',
          interprovincial: '跨省河流',
          international: '国际河流',
          other: '其他',
        }),
      ],
    }),
    steps: [{ name: '审查和决定', workingDays: 20, offices: ['规划计划处', '水资源管理处'] }],
    ...{ result: '水工程建设规划同意书', source: '水利部令第31号' },
  },
  {
    ...{ ...common, code: 'XJ-SL-008', name: '河道采砂许可', kind: 'immediate', statutoryDays: 15, promisedDays: 1 },
    ...{ legalBasis: ['《中华人民共和国水法》第三十九条'], conditions: ['在采砂规划确定的可采区和可采期内'] },
    materials: [
      ...[material('application', '采砂许可申请书'), material('promise', '承诺书', { byPromise: true })],
      ...[material('plan', '采砂实施方案（含河道修复方案）'), material('vessels', '采砂船只、机具清单'), thirdParty],
      material('study', '可行性论证报告', { when: { '>': [{ var: 'volume' }, 100] } }),
    ],
    form: formOf({
      采砂: [
        text('river', '河道名称'),
        text('place', '采砂地点'),
        amount('volume', '年采砂量', '万立方米'),
        amount('elevation', '控制高程', '米'),
      ],
      其他: [yesNo('affectsOthers', '涉及第三者利害关系')],
    }),
    steps: [{ name: '审查和决定', workingDays: 1, note: '现场核查、听证不计入期限', offices: ['河湖管理处'] }],
    ...{
      licence: { name: '河道采砂许可证', mark: '新水采', years: 1 },
      result: '河道采砂许可证',
      source: '泉州市公开指南（法定 15、承诺 1 个工作日）',
    },
  },
  {
    ...{ ...common, code: 'XJ-SL-009', name: '水利工程初步设计审批', promisedDays: 1, applicants: ['company'] },
    ...{ legalBasis: ['《国务院对确需保留的行政审批项目设定行政许可的决定》'], conditions: ['可行性研究报告已经批准'] },
    materials: [material('request', '审批请示（红头文件）', { form: 'original', copies: 3 }), report('design', '初步设计文本')],
    form: formOf({ 项目: aboutProject, 投资: [amount('investment', '总投资', '万元')] }),
    exclusionCaps: { expert_review: 30 },
    steps: [{ name: '审批', workingDays: 1, note: '特别程序：咨询评估不计入期限，不超过 30 个工作日', offices: ['规划计划处'] }],
    ...{ result: '批复文件', source: '焦作市公开指南（法定 20、承诺 1 个工作日）' },
  },
];
