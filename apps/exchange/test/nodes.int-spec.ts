import { jest } from '@jest/globals';
import { deliveryApi, type DeliveryState, evidenceApi } from '@karez/contracts-exchange';
import { eventually } from '@karez/testing';
import type { Caller, ExchangeUnderTest } from './exchange-under-test.js';
import { pdf, twoPages } from './layout-file/pdf-samples.js';
import { NodesUnderTest } from './nodes-under-test.js';

jest.setTimeout(60_000);

describe.each([
  ['each posts to the other', { province: 'push', prefecture: 'push' }],
  ['the prefecture comes for its letters', { province: 'held', prefecture: 'fetch' }],
] as const)('%s', (_title, links) => {
  let nodes: NodesUnderTest;
  let department: Caller;
  let county: Caller;

  beforeAll(async () => {
    nodes = await NodesUnderTest.start(links);
    ({ department, county } = nodes.clerks);
  }, 90_000);
  afterAll(() => nodes.stop());

  const toCounty = async (more: object = {}): Promise<string> => {
    const { deliveries } = await nodes.province.sent(department, [nodes.region.counties[0]], more);
    return deliveries[0]!.id;
  };
  const reaches = (node: ExchangeUnderTest, as: Caller, id: string, state: DeliveryState): Promise<void> =>
    eventually(async () => expect((await node.view(id, as)).state).toBe(state), { timeoutMs: 30_000 });

  it('a document with a file arrives with its bytes, and the receipts come back', async () => {
    const { files: put } = nodes.province;
    const layout = put.put(department.actor.id, '方案.pdf', pdf(twoPages()));
    const table = put.put(department.actor.id, '水量表.txt', Buffer.alloc(300_000, '水'), { mediaType: 'text/plain' });
    const files = [layout, table].map((fileId, index) => ({ fileId, role: index ? ('attachment' as const) : ('layout' as const) }));
    const id = await toCounty({ document: { files } });
    await reaches(nodes.province, department, id, 'delivered');
    const { files: arrived, state } = await nodes.prefecture.view(id, county);
    expect({ state, names: arrived.map(({ name }) => name) }).toEqual({ state: 'delivered', names: ['方案.pdf', '水量表.txt'] });
    await nodes.prefecture.call(deliveryApi.signDelivery, { deliveryId: id }, { as: county });
    await reaches(nodes.province, department, id, 'signed_for');
    const [ours, theirs] = [
      await nodes.province.call(evidenceApi.getEvidence, { deliveryId: id }, { as: department }),
      await nodes.prefecture.call(evidenceApi.getEvidence, { deliveryId: id }, { as: county }),
    ];
    expect(ours.statements).toEqual(theirs.statements);
    expect(ours.roots).toHaveLength(2);
  });

  it('the prefecture sends upward the same way', async () => {
    const { deliveries } = await nodes.prefecture.sent(county, [nodes.region.department]);
    await reaches(nodes.prefecture, county, deliveries[0]!.id, 'delivered');
    await nodes.province.call(deliveryApi.signDelivery, { deliveryId: deliveries[0]!.id }, { as: department });
    await reaches(nodes.prefecture, county, deliveries[0]!.id, 'signed_for');
  });

  it('a recall that overtakes its document leaves a stone: the document never shows', async () => {
    nodes.cut();
    const id = await toCounty();
    if (links.province === 'push') await reaches(nodes.province, department, id, 'in_flight');
    await nodes.province.call(deliveryApi.recallDelivery, { deliveryId: id, reason: '文号有误' }, { as: department });
    nodes.cut(false);
    await reaches(nodes.province, department, id, 'recalled');
    await expect(nodes.prefecture.view(id, county)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('what waited while the link was cut arrives when it is whole again, in both directions', async () => {
    nodes.cut();
    const down = await toCounty();
    const { deliveries } = await nodes.prefecture.sent(county, [nodes.region.department]);
    nodes.cut(false);
    await reaches(nodes.province, department, down, 'delivered');
    await reaches(nodes.prefecture, county, deliveries[0]!.id, 'delivered');
  });

  it('sign-for against recall: both nodes agree on who was first', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 6; count++) ids.push(await toCounty());
    for (const id of ids) await reaches(nodes.prefecture, county, id, 'delivered');
    await Promise.allSettled(
      ids.flatMap((deliveryId) => [
        nodes.province.call(deliveryApi.recallDelivery, { deliveryId, reason: '改发' }, { as: department }),
        nodes.prefecture.call(deliveryApi.signDelivery, { deliveryId }, { as: county }),
      ]),
    );
    for (const id of ids)
      await eventually(
        async () => {
          const [theirs] = await nodes.prefecture.rows<{ state: string }>('select state from custody where id = $1', [id]);
          expect(['signed_for', 'recalled']).toContain(theirs!.state);
          expect((await nodes.province.view(id, department)).state).toBe(theirs!.state);
        },
        { timeoutMs: 30_000 },
      );
  });
});
