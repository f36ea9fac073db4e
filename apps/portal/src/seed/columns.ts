import type { ColumnTexts, ColumnType, ReviewStep } from '@karez/contracts-portal';
import { department, hydrology, information, tarim } from './names.js';

export interface PlannedColumn extends Omit<ColumnTexts, 'orgId' | 'parentId' | 'position'> {
  readonly code: string;
  /** Code of the column above. */
  readonly under?: string;
  /** 责任单位. */
  readonly owner: string;
}
const reviewed: ReviewStep[] = [
  { name: '初审', kind: 'review' },
  { name: '校对', kind: 'proofread' },
  { name: '终审', kind: 'review' },
];
const disclosed: ReviewStep[] = [...reviewed.slice(0, 2), { name: '保密审查', kind: 'secrecy' }];
const openTypes: readonly ColumnType[] = ['disclosure', 'policy', 'plan'];

type Line = readonly [
  code: string,
  name: string,
  nameEn: string,
  nameUg: string,
  type: ColumnType,
  owner: string,
  more?: Partial<PlannedColumn>,
];
const column = ([code, name, nameEn, nameUg, type, owner, more]: Line): PlannedColumn => ({
  ...{ code, name, nameEn, nameUg, type, owner, keywords: [name], chain: openTypes.includes(type) ? disclosed : reviewed },
  ...more,
});
const home = { onHome: true } as const;
const open = { under: 'gongkai' } as const;
const work = { under: 'yewu' } as const;
const talk = { under: 'hudong' } as const;

const ofDepartment: readonly Line[] = [
  ['yaowen', '水利要闻', 'News', 'مۇھىم خەۋەرلەر', 'news', '办公室', { ...home, description: '水利工作动态', longestSilence: 7 }],
  ['tongzhi', '通知公告', 'Notices', 'ئۇقتۇرۇشلار', 'notice', '办公室', { ...home, longestSilence: 30 }],
  ['gongkai', '政务公开', 'Open government', 'ھۆكۈمەت ئىشلىرى ئاشكارىلىقى', 'disclosure', '办公室'],
  ['zhengce', '政策法规', 'Laws and policies', 'سىياسەت ۋە قانۇنلار', 'policy', '政策法规处', { ...home, ...open, longestSilence: 90 }],
  ['jiedu', '政策解读', 'Policies explained', 'سىياسەت چۈشەندۈرۈشى', 'policy', '政策法规处', { ...open, longestSilence: 120 }],
  ['guihua', '规划计划', 'Plans', 'پىلانلار', 'plan', '规划计划处', open],
  ['caizheng', '财政信息', 'Budget', 'مالىيە ئۇچۇرلىرى', 'disclosure', '财务处', open],
  ['renshi', '人事信息', 'Personnel', 'كادىرلار ئۇچۇرى', 'disclosure', '人事处', open],
  ['xuke', '行政许可', 'Permits decided', 'مەمۇرىي ئىجازەتلەر', 'disclosure', '行政审批处', open],
  ['zhaobiao', '招标采购', 'Tenders', 'خېرىدار چاقىرىش', 'tender', '建设与管理处', { ...home, longestSilence: 60 }],
  ['yewu', '水利业务', 'Fields of work', 'سۇ ئىشلىرى خىزمەتلىرى', 'overview', '办公室'],
  ['fangyu', '水旱灾害防御', 'Flood and drought defence', 'كەلكۈن ۋە قۇرغاقچىلىقتىن مۇداپىئە', 'news', '水旱灾害防御处', work],
  ['shuiziyuan', '水资源管理', 'Water resources', 'سۇ بايلىقى', 'news', '水资源管理处', work],
  ['hezhang', '河湖长制', 'River chiefs', 'دەريا-كۆل باشلىقى تۈزۈمى', 'news', '河湖管理处', work],
  ['jieshui', '节约用水', 'Saving water', 'سۇنى تېجەش', 'news', '节约用水处', work],
  ['shuitu', '水土保持', 'Soil conservation', 'سۇ-تۇپراق ئاسراش', 'news', '水土保持处', work],
  ['nongshui', '农村水利', 'Rural water', 'يېزا سۇ ئىشلىرى', 'news', '农村水利水电处', work],
  ['kepu', '水利科普', 'Understanding water', 'ئىلمىي بىلىملەر', 'special', '科技与对外合作处'],
  ['zhuanti', '专题专栏', 'Topics', 'مەخسۇس تېمىلار', 'special', '办公室'],
  ['hudong', '互动交流', 'Have your say', 'پىكىر ئالماشتۇرۇش', 'interaction', '办公室'],
  ['zhengji', '意见征集', 'Consultations', 'پىكىر ئېلىش', 'interaction', '政策法规处', talk],
  ['fangtan', '在线访谈', 'Interviews', 'توردا سۆھبەت', 'interaction', '办公室', talk],
  ['jigou', '机构概况', 'About us', 'ئورگان ئەھۋالى', 'overview', '办公室'],
];
const ofUnit = (owner: string, field: Line): readonly Line[] => [
  ['dongtai', '工作动态', 'News', 'خىزمەت خەۋەرلىرى', 'news', owner, { ...home, longestSilence: 14 }],
  ['tongzhi', '通知公告', 'Notices', 'ئۇقتۇرۇشلار', 'notice', owner, home],
  field,
  ['jigou', '机构职能', 'About us', 'ئورگان ۋەزىپىسى', 'overview', owner],
];
/** Offices that answer letters and keep no column. */
const others = ['运行管理处'];
const trees: Readonly<Record<string, readonly Line[]>> = {
  slt: ofDepartment,
  swj: ofUnit(hydrology, ['shuiqing', '水情公报', 'Hydrological bulletins', 'سۇ ئەھۋالى ئاخباراتى', 'special', hydrology, home]),
  tlm: ofUnit(tarim, ['diaodu', '水量调度', 'Water allocation', 'سۇ تەڭشەش', 'special', tarim, home]),
  xxzx: ofUnit(information, ['anquan', '网络安全', 'Network security', 'تور بىخەتەرلىكى', 'special', information, home]),
};

/** Columns of a site, each after the one above it. */
export const treeOf = (site: string): readonly PlannedColumn[] => (trees[site] ?? []).map(column);
/** Bodies that must have come from identity before anything is laid out. */
export const bodiesNeeded: readonly string[] = [
  ...new Set([department, ...others, ...Object.values(trees).flatMap((lines) => lines.map(([, , , , , owner]) => owner))]),
];
