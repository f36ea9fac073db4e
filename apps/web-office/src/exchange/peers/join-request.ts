import type { JoinPeer, NodeCard, PeerLink } from '@karez/contracts-exchange';
import type { FieldProblem } from '@karez/web-ui';
import { textOf } from '../text-of.js';
import type { ServedBody } from './bodies-field.js';
import { hasAddress } from './peer-words.js';

/** As many bodies as one node may serve. */
const most = 500;
const isBodies = (value: unknown): value is readonly ServedBody[] => Array.isArray(value);

/** What the form says, as the server wants it; or everything that is still missing, each at its field. */
export function joinRequest(
  card: NodeCard,
  link: PeerLink,
  { compared, url, bodyIds }: Readonly<Record<string, unknown>>,
): { readonly request: JoinPeer } | { readonly detail: string; readonly errors: readonly FieldProblem[] } {
  const address = textOf(url).trim();
  const bodies = isBodies(bodyIds) ? bodyIds.map(({ id }) => id) : [];
  const errors: FieldProblem[] = [];
  if (compared !== true) errors.push({ field: 'compared', detail: '请先打电话核对指纹，一致后勾选。' });
  if (hasAddress(link) && !/^https?:\/\/\S+$/.test(address))
    errors.push({ field: 'url', detail: address ? '地址以 https:// 开头，中间没有空格。' : '请填写对方接口地址。' });
  if (bodies.length === 0) errors.push({ field: 'bodyIds', detail: '请选择由它服务的单位。' });
  if (bodies.length > most) errors.push({ field: 'bodyIds', detail: `一个节点最多服务 ${most} 家，现选了 ${bodies.length} 家。` });
  if (errors.length > 0) return { detail: '', errors };
  return { request: { ...card, link, bodyIds: bodies, ...(hasAddress(link) && { url: address }) } };
}
