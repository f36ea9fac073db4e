import type {
  ContentOrigin,
  DisclosureGenre,
  DisclosureTheme,
  EditionState,
  HitField,
  HitKind,
  Language,
  StepKind,
  WithdrawalKind,
} from '@karez/contracts-portal';
import { palette, type StateLook } from '@karez/web-ui';

export const editionLook: Readonly<Record<EditionState, StateLook>> = {
  draft: { label: '草稿', glyph: 'ring', color: palette.slate },
  in_review: { label: '审核中', glyph: 'half', color: palette.water },
  approved: { label: '待发布', glyph: 'diamond', color: palette.amber },
  scheduled: { label: '已定时', glyph: 'half', color: palette.water },
  live: { label: '已发布', glyph: 'full', color: palette.water },
  withdrawn: { label: '已撤下', glyph: 'barred', color: palette.plum },
  superseded: { label: '旧版本', glyph: 'full', color: palette.slate },
  discarded: { label: '已删除', glyph: 'barred', color: palette.slate },
};
export const languageWord: Readonly<Record<Language, string>> = { 'zh-CN': '中文', en: '英文', ug: '维吾尔文' };
export const originWord: Readonly<Record<ContentOrigin, string>> = {
  ...{ written: '本站撰写', exchange: '公文交换转入', approval: '审批结果转入', imported: '导入' },
};
export const stepWord: Readonly<Record<StepKind, string>> = { review: '审核', proofread: '校对', secrecy: '保密审查' };
export const hitWord: Readonly<Record<HitKind, string>> = {
  ...{ leader: '领导姓名职务', banned: '禁用语', territory: '涉领土表述', former_name: '曾用名', identity_number: '身份证号' },
  ...{ phone: '电话号码', bank_card: '银行卡号', confusable: '形近字', punctuation: '标点' },
};
export const fieldWord: Readonly<Record<HitField, string>> = {
  ...{ title: '标题', summary: '摘要', body: '正文', source: '来源', author: '作者' },
};
export const withdrawalWord: Readonly<Record<WithdrawalKind, { readonly label: string; readonly says: string }>> = {
  notice: { label: '加说明保留', says: '正文仍可打开，页首挂出说明；列表和检索里不再出现。适合已过期、仍须存档的文件。' },
  redirect: { label: '跳转', says: '打开原地址会转到您填的地址，原文不再显示。适合内容并入另一处。' },
  gone: { label: '撤除并说明', says: '原地址返回“已撤下”（410）并显示说明，正文不再显示，搜索引擎会删去它。' },
  vanish: {
    label: '不留痕迹',
    says: '原地址返回“没有此页”（404），像从未发布一样。已被读者保存、转发或被别站抓取的收不回来；本系统内仍留档和记录。',
  },
  substitute: { label: '以另一篇替代', says: '原地址转到本站另一篇已发布的文章。适合发错了版本、重新写过一篇。' },
};
export const themeWord: Readonly<Record<DisclosureTheme, string>> = {
  ...{ organisation: '机构职能', planning: '规划计划', budget: '财政预决算', permits: '行政许可', projects: '重大项目' },
  ...{ water_resources: '水资源管理', flood_drought: '水旱灾害防御', river_lake: '河湖管理', rural_water: '农村水利' },
  ...{ soil_conservation: '水土保持', personnel: '人事信息', other: '其他' },
};
export const genreWord: Readonly<Record<DisclosureGenre, string>> = {
  ...{ notice: '通知', opinion: '意见', decision: '决定', reply: '批复', announcement: '公告', report: '报告', measures: '办法' },
  ...{ plan: '方案', other: '其他' },
};
