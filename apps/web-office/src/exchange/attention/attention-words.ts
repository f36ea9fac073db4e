import type { NeedsPerson } from '@karez/contracts-exchange';

const kindWords: Readonly<Record<string, string>> = {
  stalled: '投递停住',
  peer: '交换节点',
  key: '单位密钥',
  dead_letter: '未处理消息',
  returned: '被退文',
  rejected: '被拒收',
};

/** What kind of matter waits for a person; a kind of a newer server is said plainly. */
export const attentionWord = ({ kind }: Pick<NeedsPerson, 'kind'>): string => kindWords[kind] ?? '需处理';

const placeOfKind: Readonly<Record<string, string>> = { peer: '/exchange/peers', key: '/exchange/keys' };

/** Where the person acts on it: the dispatch with all its recipients, else the one delivery, else the place of its kind. */
export function attentionHref({
  kind,
  deliveryId,
  dispatchId,
}: Pick<NeedsPerson, 'kind' | 'deliveryId' | 'dispatchId'>): string | undefined {
  if (dispatchId) return `/exchange/sent/${dispatchId}`;
  if (deliveryId) return `/exchange/deliveries/${deliveryId}`;
  return placeOfKind[kind];
}
