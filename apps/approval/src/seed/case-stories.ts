import type { CaseStory, StoryStep } from './case-story.js';

const submit: StoryStep = { does: 'submit', days: 0.05 };
const accept = (days: number): StoryStep => ({ does: 'accept', days });
const review = (days: number): StoryStep => ({ does: 'review', days });
const grant = (days: number): StoryStep => ({
  does: 'decide',
  granted: true,
  days,
  text: '经审查，申请符合法定条件和标准，准予行政许可。',
});
const deliver = (way: 'window' | 'post' | 'electronic', days = 1): StoryStep => ({ does: 'deliver', way, days });
const water = (projectName: string, place: string, annual: number, more: object = {}) => ({
  ...{ projectName, place, source: 'surface', annual, purpose: '农业灌溉', filed: false, affectsOthers: false, ...more },
});
const works = (projectName: string, place: string, river: string, text: string) => ({ projectName, place, river, works: text });
const cloud = '云渠农业发展有限公司（演示）';
const date = '沙枣林节水科技有限公司（演示）';
const ferry = '白杨渡水电开发有限公司（演示）';
const oasis = '戈壁绿洲建设有限公司（演示）';

/** Fifteen invented cases in all states. Places and rivers are named after nothing that exists. */
export const stories: readonly CaseStory[] = [
  {
    ...{ key: 'A01', itemCode: 'XJ-SL-001', applicant: cloud, subject: '胡杨湾灌区引水工程取水', daysAgo: 24, time: '10:20' },
    values: water('胡杨湾灌区引水工程', '胡杨湾', 320),
    steps: [
      ...([
        submit,
        { does: 'correct', days: 2, items: ['水资源论证报告缺责任页签字', '身份证明已过有效期'] },
        { ...submit, days: 3 },
      ] as const),
      ...[accept(1), review(1), review(5), review(2), grant(1), deliver('electronic'), { does: 'rate', days: 1, level: 5, text: '一次讲清，补一次就受理了' }] as const, // prettier-ignore
    ],
  },
  {
    ...{ key: 'A02', itemCode: 'XJ-SL-002', applicant: ferry, subject: '白杨渡电站取水许可延续', daysAgo: 16, time: '11:05' },
    values: { licenceNumber: '演示取水证第 7 号', reason: '许可证即将届满，取水条件没有变化' },
    steps: [submit, accept(1), review(1), review(1), grant(0.2), deliver('window'), { does: 'rate', days: 2, level: 4 }],
  },
  {
    ...{ key: 'A03', itemCode: 'XJ-SL-004', applicant: oasis, subject: '红柳沟光伏场区水土保持方案', daysAgo: 19, time: '16:40' },
    values: { projectName: '红柳沟光伏场区', place: '红柳沟', area: 42, earthwork: 86_000 },
    steps: [
      ...([
        submit,
        accept(1),
        { does: 'suspend', days: 1, kind: 'expert_review', workingDays: 8, reason: '组织水土保持方案技术评审' },
      ] as const),
      ...([{ does: 'resume', days: 7, reason: '技术评审会已结束，意见已出具' }, review(3), review(1), grant(0.5)] as const),
    ],
  },
  {
    ...{ key: 'A04', itemCode: 'XJ-SL-005', applicant: oasis, subject: '白杨渡公路桥跨河工程', daysAgo: 9, time: '12:15' },
    values: works('白杨渡公路桥', '白杨渡', '白杨河', '新建三跨简支梁桥一座，桥墩两座位于河道管理范围内。'),
    steps: [submit, accept(1), review(1), { does: 'review', days: 2, only: '水旱灾害防御处' }],
  },
  {
    ...{ key: 'A05', itemCode: 'XJ-SL-005', applicant: ferry, subject: '老渡口护岸加固工程', daysAgo: 7, time: '17:10' },
    values: works('老渡口护岸加固', '老渡口', '白杨河', '左岸加固护岸四百米，不改变河道断面。'),
    steps: [
      ...([submit, accept(1), review(1), { does: 'return', days: 1, reason: '请核对左岸桩号与图纸是否一致' }] as const),
      ...([review(0.5)] as const),
    ],
  },
  {
    ...{ key: 'A06', itemCode: 'XJ-SL-001', applicant: '渠小满', subject: '南沟农场机井取水', daysAgo: 6, time: '10:50' },
    ...{ values: water('南沟农场机井', '南沟', 4, { source: 'ground', wellDepth: 120 }), agentName: '石见溪' },
    steps: [submit, accept(2), review(1)],
  },
  {
    ...{ key: 'A07', itemCode: 'XJ-SL-003', applicant: date, subject: '取水权人名称变更', daysAgo: 5, time: '13:30' },
    values: { licenceNumber: '演示取水证第 12 号', reason: '企业名称变更，取水地点和水量不变' },
    steps: [submit, accept(0.5), review(1), review(1), grant(0.5)],
  },
  {
    ...{ key: 'A08', itemCode: 'XJ-SL-001', applicant: date, subject: '沙枣林滴灌示范区取水', daysAgo: 1, time: '16:25' },
    ...{ values: water('沙枣林滴灌示范区', '沙枣林', 18), steps: [submit] },
  },
  {
    ...{ key: 'A09', itemCode: 'XJ-SL-009', applicant: oasis, subject: '柳树泉水库除险加固工程初步设计', daysAgo: 2, time: '11:40' },
    ...{ values: { projectName: '柳树泉水库除险加固', place: '柳树泉', investment: 2_860 }, steps: [submit] },
  },
  {
    ...{ key: 'A10', itemCode: 'XJ-SL-004', applicant: cloud, subject: '万亩果园道路工程水土保持方案', daysAgo: 4, time: '18:05' },
    values: { projectName: '万亩果园道路', place: '胡杨湾', area: 3.2, earthwork: 12_000 },
    steps: [submit, { does: 'correct', days: 1, items: ['承诺书未加盖公章', '征占地范围图缺坐标'] }],
  },
  {
    ...{ key: 'A11', itemCode: 'XJ-SL-007', applicant: ferry, subject: '两省界河取水枢纽规划同意书', daysAgo: 12, time: '10:10' },
    values: { projectName: '界河取水枢纽', place: '界河', river: '界河', riverKind: 'interprovincial', affectsOthers: false },
    steps: [
      submit,
      {
        ...{ does: 'refuse', days: 2, kind: 'out_of_jurisdiction', competentBody: '流域管理机构' },
        reason: '跨省河流上的水工程建设规划同意书由流域管理机构审核，不属于本机关职权',
      },
    ],
  },
  {
    ...{ key: 'A12', itemCode: 'XJ-SL-006', applicant: oasis, subject: '低洼区物流仓库洪水影响评价', daysAgo: 20, time: '12:45' },
    values: works('低洼区物流仓库', '北洼', '北洼蓄滞洪区', '新建仓库两座，地坪低于设计洪水位。'),
    steps: [
      ...([submit, accept(1), review(1), { does: 'review', days: 3, objects: '地坪低于设计洪水位，避洪措施不落实。' }, review(1)] as const),
      {
        ...{ does: 'decide', days: 1, granted: false },
        text: '建设方案不符合防洪要求，不予行政许可。申请人可以依法申请行政复议或者提起行政诉讼。',
      },
      ...([deliver('post'), { does: 'rate', days: 3, level: 2, text: '希望早一点知道不符合' }] as const),
    ],
  },
  {
    ...{ key: 'A13', itemCode: 'XJ-SL-008', applicant: '田禾风', subject: '石子滩采砂', daysAgo: 8, time: '17:35' },
    values: { river: '石子滩河', place: '石子滩', volume: 6, elevation: 812, affectsOthers: false },
    steps: [submit, accept(0.5), { does: 'withdraw', days: 1, reason: '开采计划推迟到明年' }],
  },
  {
    ...{ key: 'A14', itemCode: 'XJ-SL-006', applicant: ferry, subject: '北洼输水管线穿越工程', daysAgo: 13, time: '10:30' },
    values: works('北洼输水管线', '北洼', '北洼蓄滞洪区', '管线下穿蓄滞洪区二点三公里。'),
    // nobody answered within five working days
    steps: [submit, { does: 'silence', days: 6 }, { does: 'urge', days: 1, reason: '窗口逾期未告知，已视为受理，请按期办结' }, review(0.5)],
  },
  {
    ...{ key: 'A15', itemCode: 'XJ-SL-001', applicant: '石见溪', subject: '溪谷生态补水取水', daysAgo: 22, time: '13:10' },
    values: water('溪谷生态补水', '溪谷', 55, { purpose: '生态补水' }),
    steps: [submit, accept(2), review(2), { does: 'review', days: 6, only: '河湖管理处' }, { does: 'extend', days: 3, reason: '涉及两处取水口比选，需要补充论证' }], // prettier-ignore
  },
  {
    ...{ key: 'A16', itemCode: 'XJ-SL-002', applicant: '渠小满', subject: '南沟老井取水许可延续', daysAgo: 3, time: '10:40' },
    values: { licenceNumber: '演示取水证第 3 号', reason: '许可证将于下月届满' },
    steps: [submit, accept(0.5), review(0.5)],
  },
];
