import { jest } from '@jest/globals';
import { CaseDecided, type DecisionFact } from '@karez/contracts-approval';
import { DispatchSent, type DocumentFact } from '@karez/contracts-exchange';
import type { EventClass, EventEnvelope } from '@karez/contracts-kernel';
import { columnApi, editionApi, type EditionView } from '@karez/contracts-portal';
import { newId } from '@karez/kernel';
import { Bus, ensureStream, Inbox, managerOf } from '@karez/messaging';
import { eventually } from '@karez/testing';
import { Desk } from './desk-under-test.js';
import { tellOrg } from './letter-desk-under-test.js';
import { PortalUnderTest } from './portal-under-test.js';

jest.setTimeout(40_000);
let portal: PortalUnderTest;
let desk: Desk;
let unitId: string;
const chain = [
  { name: '初审', kind: 'review' },
  { name: '保密审查', kind: 'secrecy' },
] as const;
beforeAll(async () => {
  portal = await PortalUnderTest.start();
  desk = await Desk.open(portal);
  await tellOrg(portal, '试用水利厅', desk.orgId);
  unitId = await tellOrg(portal, '试用建管处');
  await portal.database.query(`insert into org_closure values ('line', $1, $2)`, [desk.orgId, unitId]);
  for (const [code, type] of [
    ['zhengce', 'policy'],
    ['xuke', 'disclosure'],
  ] as const)
    // prettier-ignore
    await portal.call(
      columnApi.createColumn,
      { siteId: desk.site.id, code, name: code, type, orgId: desk.orgId, chain: [...chain], position: 2 },
      { as: desk.keeper },
    );
}, 90_000);
afterAll(() => portal.stop());

const refusal = (code: string) => expect.objectContaining({ code });
const told = (event: object, aggregateId = newId()): EventEnvelope => {
  const { subject, aggregate } = event.constructor as unknown as EventClass;
  const producer = subject.split('.')[1]!;
  const around = { producer, aggregate, aggregateId, sequence: 1, occurredAt: '2026-11-20T04:00:00.000Z', trace: '' };
  return { id: newId(), subject, ...around, data: event };
};
const apply = (event: EventEnvelope) => portal.service.app.get(Inbox).apply(event);
const sent = (documentId: string, orgId: string, more: Partial<DocumentFact> = {}): EventEnvelope => {
  const document = {
    title: '关于做好春灌准备的通知',
    number: '试水发〔2026〕12号',
    documentType: 'notice',
    disclosure: 'active',
    ...more,
  } as const;
  return told(new DispatchSent(newId(), documentId, orgId, document, 3));
};
const decided = (caseId: string, more: Partial<DecisionFact> = {}): EventEnvelope => {
  const decision = {
    number: '试水许〔2026〕7号',
    itemCode: 'X-01',
    itemName: '取水许可',
    holderName: '试用灌溉合作社',
    subject: '<b>地下水</b>三万方',
  };
  return told(new CaseDecided(caseId, desk.orgId, { ...decision, granted: true, decidedAt: '2026-11-20T04:00:00.000Z', ...more }), caseId);
};
const draftsOf = async (key: string): Promise<EditionView[]> => {
  const rows = await portal.database.query<{ id: string }[]>(
    'select edition.id from edition join article on article.id = edition.article_id where article.origin_key = $1',
    [key],
  );
  return Promise.all(rows.map(({ id }) => portal.call(editionApi.getEdition, { editionId: id }, { as: desk.editor })));
};

describe('an official document of 主动公开', () => {
  it('becomes one draft in the column of the site above the body, however often it is told', async () => {
    const documentId = newId();
    const event = sent(documentId, unitId);
    expect(await apply(event)).toEqual({ is: 'done' });
    expect(await apply(event)).toEqual({ is: 'known' });
    await apply(sent(documentId, unitId));
    const [draft, ...more] = await draftsOf(`exchange/${documentId}`);
    expect(more).toEqual([]);
    expect(draft).toMatchObject({
      ...{ state: 'draft', origin: 'exchange', title: '关于做好春灌准备的通知', source: '试用建管处', columnName: 'zhengce' },
      ...{
        createdByName: '公文交换自动转入',
        disclosure: { genre: 'notice', documentNumber: '试水发〔2026〕12号', formedOn: '2026-11-20' },
      },
    });
  });

  it('does not reach the public before its text was filled in', async () => {
    const documentId = newId();
    await apply(sent(documentId, desk.orgId));
    const [draft] = await draftsOf(`exchange/${documentId}`);
    await expect(desk.publishDraft(draft!.id)).rejects.toEqual(refusal('portal.edition.hits_open'));
  });

  it('comes over the broker, from the stream of exchange', async () => {
    const bus = portal.service.app.get(Bus);
    await ensureStream(await managerOf(bus), 'exchange', { replicas: 1 });
    const documentId = newId();
    const event = sent(documentId, desk.orgId);
    await eventually(async () => {
      bus.connection.publish(event.subject, JSON.stringify(event));
      expect(await draftsOf(`exchange/${documentId}`)).toHaveLength(1);
    });
  });

  it.each(['on_request', 'none'] as const)('is left alone when its disclosure is %s', async (disclosure) => {
    const documentId = newId();
    await apply(sent(documentId, desk.orgId, { disclosure }));
    expect(await draftsOf(`exchange/${documentId}`)).toEqual([]);
  });

  it('of a body without a site has no effect, and is no dead letter', async () => {
    const documentId = newId();
    expect(await apply(sent(documentId, await tellOrg(portal, '无站单位')))).toEqual({ is: 'done' });
    expect(await draftsOf(`exchange/${documentId}`)).toEqual([]);
  });
});

describe('a decision of approval', () => {
  it('becomes an entry that needs no more than its reviews', async () => {
    const caseId = newId();
    await apply(decided(caseId));
    const [entry] = await draftsOf(`approval/${caseId}`);
    expect(entry).toMatchObject({
      origin: 'approval',
      columnName: 'xuke',
      openHits: 0,
      disclosure: { theme: 'permits', genre: 'decision' },
    });
    expect(entry!.body).toContain('&lt;b&gt;地下水');
    expect(entry!.body).toContain('试用灌溉合作社');
    const live = await desk.publishDraft(entry!.id);
    expect(live).toMatchObject({ state: 'live', indexNumber: expect.any(String) });
  });

  it('that refuses is nobody’s but the applicant’s', async () => {
    const caseId = newId();
    await apply(decided(caseId, { granted: false }));
    expect(await draftsOf(`approval/${caseId}`)).toEqual([]);
  });
});
