import { feedKinds, type FeedKind, type WebhookView } from '@karez/contracts-exchange';
import { palette, type StateLook } from '@karez/web-ui';

export const feedWord: Record<FeedKind, string> = {
  'delivery.arrived': '收到公文',
  'delivery.delivered': '发件已送达',
  'delivery.urged': '催办',
  'delivery.signed_for': '签收',
  'delivery.rejected': '拒收',
  'delivery.recall_asked': '请求撤回',
  'delivery.recalled': '撤回',
  'delivery.returned': '退文',
  'delivery.revoke_asked': '商请收回',
  'delivery.revoke_declined': '不同意收回',
  'delivery.revoked': '收回',
  'delivery.stalled': '转人工',
  'delivery.overdue': '逾期',
};

/** What a system is told; nothing chosen and everything chosen is the same. */
export const kindsText = (kinds: readonly FeedKind[]): string =>
  kinds.length === 0 || kinds.length === feedKinds.length ? '全部事件' : kinds.map((kind) => feedWord[kind]).join('、');

export function webhookLook({ paused, failures }: Pick<WebhookView, 'paused' | 'failures'>): StateLook {
  if (paused) return { label: '已停', glyph: 'diamond', color: palette.amber };
  if (failures > 0) return { label: `重试中，已败 ${failures} 次`, glyph: 'half', color: palette.amber };
  return { label: '正常', glyph: 'full', color: palette.green };
}
