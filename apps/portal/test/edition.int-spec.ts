import { jest } from '@jest/globals';
import { columnApi, editionApi, type EditionView, readingApi, siteApi, type WithdrawEdition, wordApi } from '@karez/contracts-portal';
import { newId } from '@karez/kernel';
import { TimedEditionsJob } from '../src/jobs/timed-editions.job.js';
import { Desk, theme } from './desk-under-test.js';
import { PortalUnderTest } from './portal-under-test.js';

jest.setTimeout(40_000);
let portal: PortalUnderTest;
let desk: Desk;
beforeAll(async () => {
  portal = await PortalUnderTest.start();
  desk = await Desk.open(portal);
  const words = await portal.caller({ permissions: ['portal.word.write'], scope: 'all' });
  await portal.call(wordApi.putWord, { list: 'former_name', word: '水利电力厅', suggestion: '水利厅' }, { as: words });
}, 90_000);
afterAll(() => portal.stop());

const refusal = (code: string) => expect.objectContaining({ code });
const read = (slug: string, language?: 'en' | 'ug') =>
  portal.call(readingApi.getPublicArticle, { site: desk.site.code, slug, ...(language && { language }) });
const review = (edition: EditionView, as = desk.reviewers[0], decision: 'pass' | 'return' = 'pass', opinion?: string) =>
  portal.call(editionApi.reviewEdition, { editionId: edition.id, decision, version: edition.version, ...(opinion && { opinion }) }, { as });
const submitted = async (texts = {}) => {
  const { id } = await desk.draft(texts);
  return portal.call(editionApi.submitEdition, { editionId: id }, { as: desk.editor });
};

describe('the way of an article', () => {
  it('goes from draft over two reviewers to the public: page, list, feed, search, sitemap', async () => {
    const live = await desk.publish({
      title: '塔里木灌区春灌用水有序',
      body: '<p>塔里木灌区开闸放水，春灌开始。</p>',
      slug: 'chunguan-kaishi',
    });
    expect(live).toMatchObject({ state: 'live', number: 1, acts: ['withdraw'] });
    const page = await read('chunguan-kaishi');
    expect(page).toMatchObject({ title: '塔里木灌区春灌用水有序', language: 'zh-CN', source: '试用单位' });
    expect(page.pageTags).toMatchObject({
      SiteName: '试用站',
      SiteIDCode: '6500000001',
      ColumnName: '新闻动态',
      ContentSource: '试用单位',
    });
    const site = desk.site.code;
    const lists = [
      (await portal.call(readingApi.listColumnArticles, { site, column: 'news' })).items,
      (await portal.call(readingApi.getArticleFeed, { site })).items,
      (await portal.call(readingApi.searchPortal, { q: '春灌 塔里木', site })).items,
      (await portal.call(readingApi.getSiteHome, { site })).latest,
      (await portal.call(readingApi.getSiteHome, { site })).blocks[0]!.articles,
      (await portal.call(readingApi.listSitemap, { site })).items,
    ];
    for (const list of lists) expect(list.map(({ slug }) => slug)).toContain('chunguan-kaishi');
  });

  it('keeps what is live until the next edition is published, and can go back to an earlier one', async () => {
    const first = await desk.publish({ title: '第一版标题', slug: 'banben' });
    const second = await portal.call(editionApi.createEdition, { articleId: first.articleId, changeNote: '更正标题' }, { as: desk.editor });
    const { columnId, body, source } = second;
    await portal.call(
      editionApi.updateEdition,
      { editionId: second.id, version: second.version, columnId, body, source, title: '第二版标题' },
      { as: desk.editor },
    );
    expect((await read('banben')).title).toBe('第一版标题');
    await desk.publishDraft(second.id);
    const now = await read('banben');
    expect(now).toMatchObject({ title: '第二版标题', number: 2, firstPublishedAt: first.publishedAt });
    const changes = await portal.call(editionApi.compareEditions, { editionId: first.id, otherId: second.id }, { as: desk.editor });
    expect(changes.fields.map(({ field }) => field)).toEqual(['title']);
    const back = await portal.call(editionApi.createEdition, { articleId: first.articleId, from: first.id }, { as: desk.editor });
    expect(back).toMatchObject({ title: '第一版标题', number: 3, state: 'draft' });
    const { editions, log } = await portal.call(editionApi.getArticle, { articleId: first.articleId }, { as: desk.editor });
    expect(editions.map(({ state }) => state)).toEqual(['draft', 'live', 'superseded']);
    expect(log.map(({ what }) => what)).toContain('published');
  });

  it('is read in Chinese where there is no translation, and publishes none before the Chinese text', async () => {
    const early = await desk.draft({ language: 'en', title: 'Early', body: '<p>Too early.</p>' });
    await desk.approve(early.id);
    await expect(portal.call(editionApi.publishEdition, { editionId: early.id }, { as: desk.publisher })).rejects.toEqual(
      refusal('portal.article.translation_first'),
    );
    const live = await desk.publish({ slug: 'fanyi' });
    expect((await read('fanyi', 'ug')).language).toBe('zh-CN');
    const english = await portal.call(editionApi.createEdition, { articleId: live.articleId, language: 'en' }, { as: desk.editor });
    await desk.publishDraft(english.id);
    expect(await read('fanyi', 'en')).toMatchObject({ language: 'en', translationReviewed: false });
  });
});

describe('review', () => {
  it('refuses the writer, and a person who took a step already', async () => {
    const waiting = await submitted();
    const both = await portal.caller({ permissions: ['portal.article.read', 'portal.article.write', 'portal.article.review'] }, desk.orgId);
    const own = await desk.draft({}, both);
    const sent = await portal.call(editionApi.submitEdition, { editionId: own.id }, { as: both });
    await expect(review(sent, both)).rejects.toEqual(refusal('portal.edition.own_text'));
    const passed = await review(waiting);
    expect(passed.acts).not.toContain('review');
    await expect(review(passed)).rejects.toEqual(refusal('portal.edition.same_person'));
    expect((await review(passed, desk.reviewers[1])).state).toBe('approved');
  });

  it('gives back only with an opinion, and only what the reviewer has read', async () => {
    const waiting = await submitted();
    await expect(review(waiting, desk.reviewers[0], 'return')).rejects.toEqual(refusal('portal.edition.opinion_missing'));
    await expect(review({ ...waiting, version: waiting.version - 1 })).rejects.toEqual(refusal('state.version_changed'));
    const back = await review(waiting, desk.reviewers[0], 'return', '标题不准确');
    expect(back).toMatchObject({ state: 'draft', steps: [{ decision: 'return', opinion: '标题不准确' }] });
  });

  it('lets a step of another body be taken by its people alone', async () => {
    const secrecy = newId();
    const shared = await Desk.open(portal, [{ name: '保密审查', kind: 'secrecy', orgId: secrecy }]);
    const { id } = await shared.draft();
    const waiting = await portal.call(editionApi.submitEdition, { editionId: id }, { as: shared.editor });
    await expect(review(waiting, shared.reviewers[0])).rejects.toEqual(refusal('portal.edition.step_elsewhere'));
    const officer = await portal.caller({ permissions: ['portal.article.review', 'portal.article.read'] }, secrecy);
    expect((await review(waiting, officer)).state).toBe('approved');
    await expect(review(waiting, await portal.caller({ permissions: ['portal.article.review'] }))).rejects.toEqual(refusal('not_found'));
  });
});

describe('the word check', () => {
  it('stops a leaked number until it is corrected, and a former name until somebody says why it stays', async () => {
    const leaky = await submitted({ title: '原水利电力厅旧址修缮', body: '<p>联系人身份证11010519491231002X。</p>' });
    expect(leaky.openHits).toBe(2);
    const once = await review(leaky);
    await expect(review(once, desk.reviewers[1])).rejects.toEqual(refusal('portal.edition.hits_open'));
    const hit = (kind: string) => leaky.hits.find((each) => each.kind === kind)!.id;
    const keep = (hitId: string, as = desk.reviewers[1]) =>
      portal.call(editionApi.resolveHit, { editionId: leaky.id, hitId, reason: '史料引用' }, { as });
    await expect(keep(hit('identity_number'))).rejects.toEqual(refusal('portal.edition.hit_not_keepable'));
    await expect(keep('nowhere')).rejects.toEqual(refusal('portal.edition.hit_unknown'));
    expect((await keep(hit('former_name'))).openHits).toBe(1);
    await portal.call(editionApi.recallEdition, { editionId: leaky.id }, { as: desk.editor });
    const draft = await portal.call(editionApi.getEdition, { editionId: leaky.id }, { as: desk.editor });
    const { columnId, title, source, version } = draft;
    const corrected = { editionId: leaky.id, columnId, title, source, version, body: '<p>联系人见附件。</p>' };
    expect((await portal.call(editionApi.updateEdition, corrected, { as: desk.editor })).openHits).toBe(0);
    expect((await desk.publishDraft(leaky.id)).state).toBe('live');
  });
});

describe('bad input', () => {
  it('takes script, frames and styles out of a text and says so', async () => {
    const body = '<p onclick="x()">水情</p><script>alert(1)</script><iframe src="https://a.example"></iframe><style>p{}</style>';
    const draft = await desk.draft({ body });
    expect(draft).toMatchObject({ body: '<p>水情</p>', removed: ['iframe', 'onclick', 'script', 'style'] });
    await expect(desk.draft({ body: '<script>alert(1)</script>' })).rejects.toEqual(refusal('portal.article.empty'));
  });

  it.each(['../../etc/passwd', '..%2f', 'a/b', 'A b', '水'])('refuses the address %s', async (slug) => {
    await expect(desk.draft({ slug })).rejects.toEqual(refusal('portal.article.slug_invalid'));
    await expect(read(slug)).rejects.toEqual(refusal('not_found'));
  });
  it('refuses an address that is taken', async () => {
    await desk.draft({ slug: 'yi-you' });
    await expect(desk.draft({ slug: 'yi-you' })).rejects.toEqual(refusal('portal.article.slug_taken'));
  });

  it('lets one of two editors on one draft save, and tells the other; one draft is under work at a time', async () => {
    const draft = await desk.draft();
    const colleague = await portal.caller({ permissions: ['portal.article.read', 'portal.article.write'] }, desk.orgId);
    const { columnId, source, body, version } = draft;
    const save = (as: typeof colleague, title: string) =>
      portal.call(editionApi.updateEdition, { editionId: draft.id, version, columnId, source, body, title }, { as });
    const outcomes = await Promise.allSettled([save(desk.editor, '甲的标题'), save(colleague, '乙的标题')]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'state.version_changed' } });
    await expect(portal.call(editionApi.createEdition, { articleId: draft.articleId }, { as: colleague })).rejects.toEqual(
      refusal('portal.edition.under_work'),
    );
  });

  it('publishes at no time that is past', async () => {
    const { id } = await desk.draft();
    await desk.approve(id);
    const publish = (times: object) => portal.call(editionApi.publishEdition, { editionId: id, ...times }, { as: desk.publisher });
    await expect(publish({ publishAt: '2020-01-01T00:00:00Z' })).rejects.toEqual(refusal('portal.edition.time_past'));
    await expect(publish({ publishAt: '2100-01-02T00:00:00Z', withdrawAt: '2100-01-01T00:00:00Z' })).rejects.toEqual(
      refusal('portal.edition.withdraw_before_publish'),
    );
  });

  it('saves no theme that cannot be read, and none over a newer one', async () => {
    const pale = { ...theme, colours: { ...theme.colours, text: '#c9d1d9' } };
    const put = (siteTheme: typeof theme, version: number) =>
      portal.call(siteApi.putTheme, { siteId: desk.site.id, version, ...siteTheme }, { as: desk.keeper });
    await expect(put(pale, desk.site.version)).rejects.toEqual(refusal('portal.site.contrast'));
    await expect(put(theme, 99)).rejects.toEqual(refusal('state.version_changed'));
    expect((await portal.call(siteApi.checkTheme, pale, { as: desk.keeper })).readable).toBe(false);
  });

  it('refuses columns that break a rule', async () => {
    const texts = { siteId: desk.site.id, name: '栏目', orgId: desk.orgId, chain: desk.column.chain, position: 2 };
    const create = (more: object) =>
      portal.call(columnApi.createColumn, { ...texts, code: 'lan', type: 'news', ...more }, { as: desk.keeper });
    await expect(create({ longestSilence: 30 })).rejects.toEqual(refusal('portal.column.silence_too_long'));
    await expect(create({ type: 'disclosure' })).rejects.toEqual(refusal('portal.column.no_secrecy_step'));
    await expect(create({ code: 'news' })).rejects.toEqual(refusal('portal.column.code_taken'));
    await expect(create({ parentId: newId() })).rejects.toEqual(refusal('portal.column.parent_invalid'));
  });
});

describe('taking down', () => {
  const withdraw = (editionId: string, how: Omit<WithdrawEdition, 'editionId' | 'reason'>) =>
    portal.call(editionApi.withdrawEdition, { editionId, reason: '内容过时', ...how }, { as: desk.publisher });
  const listed = async (slug: string) =>
    (await portal.call(readingApi.listColumnArticles, { site: desk.site.code, column: 'news', limit: 200 })).items.some(
      (row) => row.slug === slug,
    );

  it.each([
    ['notice', { kind: 'notice', notice: '数据已更新' }],
    ['redirect', { kind: 'redirect', redirectTo: '/portal/xin' }],
    ['gone', { kind: 'gone', notice: '依规撤下' }],
    ['vanish', { kind: 'vanish' }],
  ] as const)('by %s: gone from every list, and the page says what it should', async (name, how) => {
    const slug = `chexia-${name}`;
    const live = await desk.publish({ slug });
    expect(await listed(slug)).toBe(true);
    await withdraw(live.id, how);
    expect(await listed(slug)).toBe(false);
    if (name === 'gone') await expect(read(slug)).rejects.toEqual(refusal('portal.article.gone'));
    else if (name === 'vanish') await expect(read(slug)).rejects.toEqual(refusal('not_found'));
    else expect((await read(slug)).withdrawal).toMatchObject({ kind: name });
    if (name === 'redirect') expect(await read(slug)).toMatchObject({ body: '', withdrawal: { goTo: '/portal/xin' } });
  });

  it('by a substitute of the same site alone', async () => {
    const [old, other] = [await desk.publish({ slug: 'jiu-wen' }), await desk.publish({ slug: 'xin-wen' })];
    await expect(withdraw(old.id, { kind: 'substitute', substituteId: old.articleId })).rejects.toEqual(
      refusal('portal.edition.substitute_invalid'),
    );
    await withdraw(old.id, { kind: 'substitute', substituteId: other.articleId });
    expect((await read('jiu-wen')).withdrawal).toMatchObject({ goTo: `/${desk.site.code}/articles/xin-wen` });
  });

  it('lacks nothing and leads nowhere strange', async () => {
    const live = await desk.publish();
    await expect(withdraw(live.id, { kind: 'notice' })).rejects.toEqual(refusal('portal.edition.withdrawal_incomplete'));
    for (const redirectTo of ['javascript:alert(1)', '//evil.example', '/a/../b', 'http://a.example'])
      await expect(withdraw(live.id, { kind: 'redirect', redirectTo })).rejects.toEqual(refusal('portal.edition.redirect_invalid'));
  });
});

describe('by the clock', () => {
  it('a scheduled edition goes live once, and not after it was taken back', async () => {
    const { id } = await desk.draft({ slug: 'dingshi' });
    await desk.approve(id);
    const publishAt = '2100-01-01T00:00:00.000Z';
    const scheduled = await portal.call(editionApi.publishEdition, { editionId: id, publishAt }, { as: desk.publisher });
    expect(scheduled).toMatchObject({ state: 'scheduled', publishAt });
    const [task] = await portal.database.query<[{ payload: { editionId: string; version: number } }]>(
      `select payload from task where kind = 'portal.publish' and payload ->> 'editionId' = $1`,
      [id],
    );
    expect(task.payload).toEqual({ editionId: id, version: scheduled.version });
    const fire = (version: number) => portal.fire(TimedEditionsJob, 'publish', { editionId: id, version });
    await fire(scheduled.version - 1);
    await expect(read('dingshi')).rejects.toEqual(refusal('not_found'));
    await fire(scheduled.version);
    expect((await read('dingshi')).title).toBe('渠首闸检修完成');
    await fire(scheduled.version);
    expect(await portal.database.query(`select 1 from article_log where edition_id = $1 and what = 'published'`, [id])).toHaveLength(1);
  });
});

describe('a preview link', () => {
  it('opens the draft for who has it, and no other', async () => {
    const { id } = await desk.draft({ title: '待审稿' });
    const { token } = await portal.call(editionApi.createPreview, { editionId: id }, { as: desk.editor });
    expect(await portal.call(readingApi.getPreview, { token })).toMatchObject({ title: '待审稿', watermark: '预览稿 试用人' });
    await expect(portal.call(readingApi.getPreview, { token: `${token.slice(0, -2)}xx` })).rejects.toEqual(
      refusal('portal.preview.invalid'),
    );
  });
});

describe('access', () => {
  it('another unit’s editor sees and changes nothing, and writes into no column of ours', async () => {
    const stranger = await portal.caller({
      permissions: ['portal.article.read', 'portal.article.write', 'portal.article.publish', 'portal.site.write'],
    });
    const draft = await desk.draft();
    const { id: editionId, columnId, title, body, source, version } = draft;
    await expect(portal.call(editionApi.getEdition, { editionId }, { as: stranger })).rejects.toEqual(refusal('not_found'));
    await expect(
      portal.call(editionApi.updateEdition, { editionId, columnId, title, body, source, version }, { as: stranger }),
    ).rejects.toEqual(refusal('not_found'));
    await expect(portal.call(editionApi.discardEdition, { editionId }, { as: stranger })).rejects.toEqual(refusal('not_found'));
    await expect(desk.draft({}, stranger)).rejects.toEqual(refusal('auth.out_of_scope'));
    await expect(portal.call(siteApi.putTheme, { siteId: desk.site.id, version: 1, ...theme }, { as: stranger })).rejects.toEqual(
      refusal('not_found'),
    );
    expect((await portal.call(editionApi.listArticles, {}, { as: stranger })).items).toEqual([]);
  });

  it.each([
    ['createArticle', () => desk.draft({}, desk.publisher)],
    ['publishEdition', () => portal.call(editionApi.publishEdition, { editionId: newId() }, { as: desk.editor })],
    [
      'reviewEdition',
      () => portal.call(editionApi.reviewEdition, { editionId: newId(), decision: 'pass', version: 1 }, { as: desk.editor }),
    ],
    ['createSite', () => portal.call(siteApi.createSite, { ...desk.site, theme }, { as: desk.editor })],
    ['putWord', () => portal.call(wordApi.putWord, { list: 'banned', word: '某词' }, { as: desk.editor })],
  ] as const)('%s is refused without the permission', async (_name, call) => {
    await expect(call()).rejects.toEqual(refusal('auth.forbidden'));
  });
});
