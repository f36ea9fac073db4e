import type { Permission } from '@karez/contracts-kernel';
import {
  columnApi,
  type ColumnView,
  type CreateArticle,
  editionApi,
  type EditionView,
  type ReviewStep,
  siteApi,
  type SiteTheme,
  type SiteView,
} from '@karez/contracts-portal';
import { newId } from '@karez/kernel';
import type { Caller, PortalUnderTest } from './portal-under-test.js';

export const theme: SiteTheme = {
  colours: {
    ...{ page: '#ffffff', surface: '#f6f8fa', text: '#1f2328', muted: '#57606a', link: '#0a5ca8', primary: '#0b4f8a' },
    ...{ onPrimary: '#ffffff', accent: '#9a3412', onAccent: '#ffffff', line: '#767f89' },
  },
  ...{ header: 'emblem_left', home: 'headline_first', list: 'lines', corners: 'soft' },
};
export const chain: ReviewStep[] = [
  { name: '初审', kind: 'review' },
  { name: '终审', kind: 'review' },
];
const writing: Permission[] = ['portal.article.read', 'portal.article.write'];
const reviewing: Permission[] = ['portal.article.read', 'portal.article.review'];
let serial = 0;

/** One unit with its site, a column, an editor, two reviewers and a publisher. */
export class Desk {
  private constructor(
    readonly portal: PortalUnderTest,
    readonly orgId: string,
    readonly keeper: Caller,
    readonly editor: Caller,
    readonly reviewers: readonly [Caller, Caller],
    readonly publisher: Caller,
    readonly site: SiteView,
    readonly column: ColumnView,
  ) {}

  static async open(portal: PortalUnderTest, steps: ReviewStep[] = chain): Promise<Desk> {
    const orgId = newId();
    const person = (permissions: Permission[]) => portal.caller({ permissions }, orgId);
    const keeper = await person(['portal.site.write', 'portal.article.read']);
    const editor = await person(writing);
    const reviewers = [await person(reviewing), await person(reviewing)] as const;
    const publisher = await person(['portal.article.read', 'portal.article.publish']);
    serial += 1;
    const texts = { name: '试用站', domain: 'shiyong.example.gov.cn', idCode: '6500000001' };
    const site = await portal.call(siteApi.createSite, { code: `shi-${serial}`, orgId, theme, ...texts }, { as: keeper });
    const column = {
      siteId: site.id,
      code: 'news',
      name: '新闻动态',
      type: 'news',
      orgId,
      chain: steps,
      position: 1,
      onHome: true,
    } as const;
    const made = await portal.call(columnApi.createColumn, { ...column, chain: steps }, { as: keeper });
    return new Desk(portal, orgId, keeper, editor, reviewers, publisher, site, made);
  }

  draft(texts: Partial<CreateArticle> = {}, as = this.editor): Promise<EditionView> {
    const whole = {
      siteId: this.site.id,
      columnId: this.column.id,
      title: '渠首闸检修完成',
      body: '<p>检修按期完成。</p>',
      source: '试用单位',
      ...texts,
    };
    return this.portal.call(editionApi.createArticle, whole, { as });
  }

  async approve(editionId: string): Promise<EditionView> {
    let view = await this.portal.call(editionApi.submitEdition, { editionId }, { as: this.editor });
    for (const as of this.reviewers)
      view = await this.portal.call(editionApi.reviewEdition, { editionId, decision: 'pass', version: view.version }, { as });
    return view;
  }

  async publish(texts: Partial<CreateArticle> = {}): Promise<EditionView> {
    const { id } = await this.draft(texts);
    return this.publishDraft(id);
  }

  async publishDraft(editionId: string): Promise<EditionView> {
    await this.approve(editionId);
    return this.portal.call(editionApi.publishEdition, { editionId }, { as: this.publisher });
  }
}
