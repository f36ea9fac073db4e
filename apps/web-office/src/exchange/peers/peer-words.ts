import type { PeerLink, PeerView } from '@karez/contracts-exchange';
import { shortTime } from '../../app/time.js';

export const linkWord: Record<PeerLink, string> = { nats: '消息叶节点', push: '互相推送', fetch: '去对方取', held: '等对方来取' };
export const linkHelp: Record<PeerLink, string> = {
  nats: '双方消息服务已由运维连通，实时收发',
  push: '双方都能用 HTTPS 访问对方，各自推送',
  fetch: '对方访问不到本节点：由本节点送去并取回信函',
  held: '本节点访问不到对方：信函留在这里，等对方来取',
};
/** Links that need the other node's address. */
export const hasAddress = (link: PeerLink): boolean => link === 'push' || link === 'fetch';

export const waitingWords = ({ waiting, parked, oldestWaitingAt }: Pick<PeerView, 'waiting' | 'parked' | 'oldestWaitingAt'>): string =>
  waiting === 0
    ? '没有'
    : [`${waiting} 封`, parked > 0 && `其中 ${parked} 封待人工`, oldestWaitingAt && `最早 ${shortTime(oldestWaitingAt)}`]
        .filter(Boolean)
        .join('，');

interface Trouble {
  readonly title: string;
  /** Who must act, and how. */
  readonly step: string;
}
const troubles: Readonly<Record<string, Trouble>> = {
  'exchange.peer.silent': { title: '对方节点没有应答。', step: '请与对方节点的运维联系；恢复后自动送达。' },
  'exchange.peer.unknown': { title: '对方没有接入本节点。', step: '请对方管理员用本节点的名片接入。' },
  'exchange.node.unknown': { title: '对方没有接入本节点。', step: '请对方管理员用本节点的名片接入。' },
  'exchange.node.misaddressed': { title: '这个地址上是另一个节点。', step: '请核对接口地址，再「更新名片」。' },
  'exchange.node.signature': { title: '节点签名核验不过。', step: '请双方管理员用电话核对根公钥指纹；更换过的，先断开再接入。' },
  'exchange.node.clock': { title: '双方时钟相差过大，信函不收发。', step: '请双方运维校时。' },
  'exchange.node.reply': { title: '对方的回复不符合交换协议。', step: '请与对方节点的运维核对地址和版本。' },
  'exchange.peer.version': { title: '双方的交换协议版本不一致。', step: '请运维升级较旧的一方，再「更新名片」。' },
  'exchange.letter.version': { title: '双方的交换协议版本不一致。', step: '请运维升级较旧的一方，再「更新名片」。' },
};

/** What went wrong with a node, in words, and who must act; nothing while all goes well. */
export function peerTrouble({ health, lastError, parked }: Pick<PeerView, 'health' | 'lastError' | 'parked'>): Trouble | undefined {
  if (lastError) return troubles[lastError] ?? { title: '最近一次收发未成。', step: '请本节点运维查看服务日志，再与对方联系。' };
  if (health === 'silent') return troubles['exchange.peer.silent'];
  if (parked > 0) return { title: `有 ${parked} 封信函多次投递未成，在等人处理。`, step: '请查明原因，排除后「立即重投」。' };
  return undefined;
}

/** Field of the join form that a refusal is about; the others are about the card. */
export const refusedAt = (code: string): 'url' | 'bodyIds' | undefined =>
  code.startsWith('exchange.peer.url_') ? 'url' : code.startsWith('exchange.peer.body_') ? 'bodyIds' : undefined;
