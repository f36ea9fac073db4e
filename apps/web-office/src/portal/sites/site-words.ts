import type { ColourName, ColumnType, HeaderLayout, HomeLayout, ListLayout, SiteTheme } from '@karez/contracts-portal';

export const colourWord: Readonly<Record<ColourName, string>> = {
  ...{ page: '页面底色', surface: '面板底色', text: '正文', muted: '日期、来源', link: '链接', primary: '主色（页头、导航）' },
  ...{ onPrimary: '主色上的字', accent: '强调色', onAccent: '强调色上的字', line: '边线' },
};
export const columnTypeWord: Readonly<Record<ColumnType, string>> = {
  ...{
    news: '动态要闻',
    notice: '通知公告',
    policy: '政策文件',
    plan: '规划计划',
    tender: '招标采购',
    overview: '概况',
    disclosure: '政务公开',
  },
  ...{ service: '办事服务', interaction: '互动交流', special: '专题' },
};
export const headerWord: Readonly<Record<HeaderLayout, string>> = { emblem_left: '标志居左', emblem_centre: '标志居中', banner: '横幅' };
export const homeWord: Readonly<Record<HomeLayout, string>> = {
  ...{ headline_first: '头条在前', columns_first: '栏目在前', services_first: '办事在前' },
};
export const listWord: Readonly<Record<ListLayout, string>> = { lines: '标题行', summaries: '带摘要', cards: '卡片' };
export const cornersWord: Readonly<Record<SiteTheme['corners'], string>> = { square: '直角', soft: '小圆角', round: '圆角' };
