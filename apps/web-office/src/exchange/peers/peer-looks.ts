import type { PeerLink, PeerView } from '@karez/contracts-exchange';
import { palette, type StateLook } from '@karez/web-ui';

export const healthLook: Record<PeerView['health'], StateLook> = {
  up: { label: '通畅', glyph: 'full', color: palette.green },
  silent: { label: '没有应答', glyph: 'diamond', color: palette.amber },
  stalled: { label: '积压待人工', glyph: 'diamond', color: palette.amber },
  paused: { label: '已暂停', glyph: 'barred', color: palette.slate },
};
export const linkWord: Record<PeerLink, string> = { nats: '消息叶节点', push: '推送（HTTPS）', pull: '等对方来取' };
