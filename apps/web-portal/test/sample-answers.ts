import type { ItemView } from '@karez/contracts-approval';
import type * as portal from '@karez/contracts-portal';
import type { PageContext, PageView } from '../src/pages/page.js';
import type { Asked, ContentRoute } from '../src/content/content-route.js';
import { contentRoutes } from '../src/content/routes.js';

const id = '01930000-0000-7000-8000-000000000001';
const at = '2026-11-20T02:00:00.000Z';
const colours = {
  ...{ page: '#ffffff', surface: '#f4f7f8', text: '#16252c', muted: '#4d5b62', link: '#0b5a78', primary: '#0b5a78' },
  ...{ accent: '#8a4b12', onPrimary: '#ffffff', onAccent: '#ffffff', line: '#6d7a80' },
};
export const sampleSite = (code = 'slt'): portal.PublicSite => ({
  ...{
    id,
    code,
    name: code === 'slt' ? '试水省水利厅' : '试水省水文局',
    description: '试用',
    domain: 'water.example.test',
    idCode: '6500000000',
  },
  theme: { colours, header: 'emblem_left', home: 'columns_first', list: 'lines', corners: 'soft' },
});
export const sampleColumn = (more: Partial<portal.PublicColumn> = {}): portal.PublicColumn => ({
  ...{ id, code: 'yaowen', name: '水利要闻', keywords: [], type: 'news', orgName: '办公室', liveArticles: 2 },
  ...more,
});
export const sampleRow = (more: Partial<portal.PublicArticleRow> = {}): portal.PublicArticleRow => ({
  ...{ articleId: id, site: 'slt', slug: 'shi-yong', title: '试用文章 <b>&"', columnCode: 'yaowen', columnName: '水利要闻' },
  ...{ source: '办公室', publishedAt: at, withdrawn: false },
  ...more,
});
const hearing: portal.PublicHearing = {
  ...{ id, kind: 'survey', title: '试用调查', text: '第一段\n第二段', state: 'reported', orgName: '办公室', opensAt: at, closesAt: at },
  questions: [{ text: '满意吗', kind: 'one', required: true, options: ['满意', '不满意'] }],
  ...{ voices: 3, adopted: 1, result: '采纳一条', reportedAt: at, tags: [] },
  results: [{ text: '满意吗', answers: 3, counts: [{ option: '满意', count: 3 }, { option: '不满意', count: 0 }] }], // prettier-ignore
};
const letter: portal.PublicLetter = {
  ...{ id, kind: 'consult', subject: '试问', text: '问题', reply: '答复', unit: '办公室', receivedAt: at, answeredAt: at, satisfaction: 5 },
};
export const sampleArticle: portal.PublicArticle = {
  ...{
    articleId: id,
    editionId: id,
    site: sampleSite(),
    column: sampleColumn(),
    path: [sampleColumn()],
    slug: 'shi-yong',
    language: 'zh-CN',
  },
  languages: [{ language: 'zh-CN', title: '试用文章' }, { language: 'ug', title: 'ماقالە' }], // prettier-ignore
  ...{ title: '试用文章', summary: '一句话', body: '<p>正文</p>', source: '办公室', keywords: [], orgName: '办公室', number: 1 },
  ...{ firstPublishedAt: at, publishedAt: at, related: [sampleRow()], pageTags: { ArticleTitle: '试用文章', PubDate: at }, tags: [] },
  disclosure: { theme: 'permits', genre: 'notice', documentNumber: '试水〔2026〕1号', formedOn: '2026-11-01', validity: 'valid' },
  indexNumber: '6500000000/2026-00001',
  withdrawal: { kind: 'notice_banner' as portal.WithdrawalKind, notice: '已有新文件', at },
};
const item = {
  ...{
    id,
    code: 'XJ-SL-001',
    name: '取水许可',
    category: '行政许可',
    kind: 'promised',
    authority: '水利厅',
    version: 1,
    statutoryDays: 45,
  },
  ...{ promisedDays: 35, applicants: ['person', 'company'], open: true, conditions: ['有水源'], legalBasis: ['《水法》'], fee: '不收费' },
  ...{ window: '行政审批处', windowPlace: '水利窗口', phone: '0991-0000000', result: '取水许可证', source: '公开指南', publishedAt: at },
  steps: [{ name: '受理', workingDays: 5 }, { name: '审查', workingDays: 20 }, { name: '决定', workingDays: 5 }, { name: '送达', workingDays: 5 }], // prettier-ignore
  materials: [{ code: 'm', name: '申请书', form: 'electronic', copies: 1, required: true, source: '自备', reviewPoints: ['完整'], mayFollow: true, byPromise: true }], // prettier-ignore
} as unknown as ItemView;
const home: portal.SiteHome = {
  ...{ site: sampleSite(), columns: [sampleColumn()], blocks: [{ column: sampleColumn(), articles: [sampleRow()] }] },
  ...{ latest: [sampleRow()], unitSites: [sampleSite('swj')], tags: [] },
};
const listed = <T>(one: T) => ({ items: [one], next: 'more' });
const facets: portal.DisclosureFacets = {
  ...{ themes: [{ value: 'permits', count: 1 }], genres: [{ value: 'notice', count: 1 }], years: [{ value: '2026', count: 1 }], tags: [] },
};
const disclosed = { ...sampleRow(), indexNumber: 'x', disclosure: sampleArticle.disclosure!, orgName: '办公室' };

/** What each page is made from, filled with a little of everything; and the same with nothing in it. */
const full: Readonly<Record<string, Record<string, object | undefined>>> = {
  '/': { home, services: { items: [item] }, hearings: listed(hearing) },
  '/open-government': { home },
  '/open-government/catalogue': { list: listed(disclosed), facets },
  '/services': { list: { items: [item, { ...item, code: 'XJ-SL-002', open: false }, { ...item, code: 'XJ-SL-003', kind: 'immediate' }] } },
  '/services/:code': { item },
  '/interaction': { letters: listed(letter) },
  '/letters': { letters: listed(letter) },
  '/hearings': { list: listed(hearing) },
  '/columns/:column': { column: { site: sampleSite(), column: sampleColumn(), path: [sampleColumn()], children: [sampleColumn({ code: 'fangyu', name: '防御' })], ...listed(sampleRow({ withdrawn: true })), tags: [] } }, // prettier-ignore
  '/articles/:slug': { article: sampleArticle },
  '/units/:site': { home: { ...home, site: sampleSite('swj') } },
  '/units/:site/columns/:column': { column: { site: sampleSite('swj'), column: sampleColumn(), path: [sampleColumn()], children: [], ...listed(sampleRow({ site: 'swj' })), tags: [] } }, // prettier-ignore
  '/units/:site/articles/:slug': { article: { ...sampleArticle, site: sampleSite('swj'), disclosure: undefined, withdrawal: undefined } },
};
const none = { items: [] };
const bare: typeof full = {
  '/': { home: { ...home, blocks: [], unitSites: [] } },
  '/open-government/catalogue': { list: none },
  '/services': {},
  '/interaction': {},
  '/letters': { letters: none },
  '/hearings': { list: none },
  '/columns/:column': { column: { site: sampleSite(), column: sampleColumn(), path: [sampleColumn()], children: [], ...none, tags: [] } },
};
const params = { column: 'yaowen', slug: 'shi-yong', site: 'swj', code: 'XJ-SL-001' } as const;
const pathOf = (route: ContentRoute): string => route.path.replace(/:(\w+)/g, (_, name: keyof typeof params) => params[name]);

/** Every page that is made from answers, with the view that makes it. */
export const contentSamples: readonly (readonly [path: string, view: (page: PageContext) => PageView])[] = contentRoutes('slt').flatMap(
  (route) =>
    [full, bare]
      .map((answers) => answers[route.path])
      .filter((values) => values !== undefined)
      .map((values) => {
        const view = (page: PageContext): PageView =>
          route.view(page, values, { params, query: {}, language: page.language } satisfies Asked);
        return [pathOf(route), view] as const;
      }),
);
export const addressesWithForms = ['/letters/write', '/letters/follow', '/requests/write', '/requests/follow'];
