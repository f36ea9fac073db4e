import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type NodeEnvelope, nodePostApi, peerApi, type PeerLink } from '@karez/contracts-exchange';
import { DomainError } from '@karez/kernel';
import { someRegion } from './bodies.js';
import { type Caller, ExchangeUnderTest } from './exchange-under-test.js';

/** The stretch of a gateway that nodes use, which can be cut. */
class Edge {
  #server = createServer();
  cut = false;
  readonly posts: NodeEnvelope[] = [];

  constructor(readonly node: ExchangeUnderTest) {
    this.#server.on('request', (request, response) => {
      if (this.cut) return void request.socket.destroy();
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const post = JSON.parse(Buffer.concat(chunks).toString()) as NodeEnvelope;
        this.posts.push(post);
        node.call(nodePostApi.takeNodePost, post).then(
          (reply) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(reply)),
          (error: unknown) => {
            const { code, params } = error instanceof DomainError ? error : new DomainError('internal');
            response.writeHead(409, { 'content-type': 'application/problem+json' }).end(JSON.stringify({ code, params }));
          },
        );
      });
    });
  }

  listen(): Promise<void> {
    return new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): Promise<unknown> {
    this.#server.closeAllConnections();
    return new Promise<unknown>((resolve) => this.#server.close(resolve));
  }
}

/** Two nodes of one region: the province, and the first prefecture with its two counties. */
export class NodesUnderTest {
  private constructor(
    readonly province: ExchangeUnderTest,
    readonly prefecture: ExchangeUnderTest,
    readonly edges: { readonly province: Edge; readonly prefecture: Edge },
    readonly clerks: { readonly department: Caller; readonly county: Caller },
  ) {}

  static async start(links: { readonly province: PeerLink; readonly prefecture: PeerLink }): Promise<NodesUnderTest> {
    const region = someRegion();
    const province = await ExchangeUnderTest.start({ region });
    const prefecture = await ExchangeUnderTest.start({ node: 'east', region });
    const edges = { province: new Edge(province), prefecture: new Edge(prefecture) };
    await Promise.all([edges.province.listen(), edges.prefecture.listen()]);
    const east = [region.prefectures[0], region.counties[0], region.counties[1]];
    const others = [region.ministry, region.department, region.basin, region.prefectures[1], region.counties[2], region.counties[3]];
    await join(province, prefecture, { link: links.province, url: edges.prefecture.url, bodyIds: east });
    await join(prefecture, province, { link: links.prefecture, url: edges.province.url, bodyIds: others });
    const clerks = { department: await province.clerkOf(region.department), county: await prefecture.clerkOf(region.counties[0]) };
    return new NodesUnderTest(province, prefecture, edges, clerks);
  }

  get region(): ExchangeUnderTest['region'] {
    return this.province.region;
  }

  cut(cut = true): void {
    this.edges.province.cut = cut;
    this.edges.prefecture.cut = cut;
  }

  async stop(): Promise<void> {
    await Promise.all([this.edges.province.stop(), this.edges.prefecture.stop()]);
    await this.province.stop();
    await this.prefecture.stop();
  }
}

interface Way {
  readonly link: PeerLink;
  readonly url: string;
  readonly bodyIds: readonly string[];
}
async function join(here: ExchangeUnderTest, there: ExchangeUnderTest, { link, url, bodyIds }: Way): Promise<void> {
  const administrator = await here.caller({ permissions: ['exchange.peer.read', 'exchange.peer.write'], scope: 'all' });
  const other = await there.caller({ permissions: ['exchange.peer.read'], scope: 'all' });
  const { fingerprint: _compared, ...card } = (await there.call(peerApi.listPeers, {}, { as: other })).self;
  const address = link === 'push' || link === 'fetch' ? { url } : {};
  await here.call(peerApi.joinPeer, { ...card, link, ...address, bodyIds: [...bodyIds] }, { as: administrator });
}
