import { command, defineApi, Empty, pageOf, query } from '@karez/contracts-kernel';
import {
  ArticleOf,
  ArticleRow,
  ArticleView,
  CompareEditions,
  CreateArticle,
  CreateEdition,
  CreatePreview,
  EditionDifference,
  EditionOf,
  EditionView,
  ListArticles,
  PreviewLink,
  PublishEdition,
  ResolveHit,
  ReviewEdition,
  SubmitEdition,
  UpdateEdition,
  WithdrawEdition,
} from './edition.js';

const v = { version: 1 } as const;
const write = { ...v, needs: 'portal.article.write' } as const;
const read = { ...v, needs: 'portal.article.read' } as const;
const publish = { ...v, needs: 'portal.article.publish' } as const;
const at = 'POST /portal/editions/:editionId' as const;
export const editionApi = defineApi('portal', {
  listArticles: query({
    ...{ ...read, http: 'GET /portal/articles' },
    ...{ request: ListArticles, response: pageOf(ArticleRow), summary: '稿件' },
  }),
  getArticle: query({
    ...{ ...read, http: 'GET /portal/articles/:articleId' },
    ...{ request: ArticleOf, response: ArticleView, summary: '稿件的版本和记录' },
  }),
  getEdition: query({
    ...{ ...read, http: 'GET /portal/editions/:editionId' },
    ...{ request: EditionOf, response: EditionView, summary: '稿件内容' },
  }),
  compareEditions: query({
    ...{ ...read, http: 'GET /portal/editions/:editionId/difference/:otherId' },
    ...{ request: CompareEditions, response: EditionDifference, summary: '版本对比' },
  }),
  createArticle: command({
    ...{ ...write, http: 'POST /portal/articles', status: 201 },
    ...{ request: CreateArticle, response: EditionView, summary: '起草稿件' },
  }),
  createEdition: command({
    ...{ ...write, http: 'POST /portal/articles/:articleId/editions', status: 201 },
    ...{ request: CreateEdition, response: EditionView, summary: '新建版本（修订、翻译、回退）' },
  }),
  updateEdition: command({
    ...{ ...write, http: 'PUT /portal/editions/:editionId' },
    ...{ request: UpdateEdition, response: EditionView, summary: '修改稿件' },
  }),
  submitEdition: command({ ...write, http: `${at}/submit`, request: SubmitEdition, response: EditionView, summary: '送审' }),
  recallEdition: command({ ...write, http: `${at}/recall`, request: EditionOf, response: EditionView, summary: '撤回送审' }),
  reworkEdition: command({ ...write, http: `${at}/rework`, request: EditionOf, response: EditionView, summary: '退回修改' }),
  discardEdition: command({
    ...write,
    http: 'DELETE /portal/editions/:editionId',
    request: EditionOf,
    response: Empty,
    summary: '删除草稿',
  }),
  resolveHit: command({
    ...{ ...v, http: `${at}/hits/:hitId/keep`, needs: 'portal.article.review' },
    ...{ request: ResolveHit, response: EditionView, summary: '保留检查出的文字并说明理由' },
  }),
  reviewEdition: command({
    ...{ ...v, http: `${at}/review`, needs: 'portal.article.review' },
    ...{ request: ReviewEdition, response: EditionView, summary: '审核、校对' },
  }),
  publishEdition: command({ ...publish, http: `${at}/publish`, request: PublishEdition, response: EditionView, summary: '发布、定时发布' }),
  unscheduleEdition: command({ ...publish, http: `${at}/unschedule`, request: EditionOf, response: EditionView, summary: '取消定时发布' }),
  withdrawEdition: command({ ...publish, http: `${at}/withdraw`, request: WithdrawEdition, response: EditionView, summary: '撤下' }),
  createPreview: command({ ...read, http: `${at}/preview`, request: CreatePreview, response: PreviewLink, summary: '生成预览链接' }),
});
