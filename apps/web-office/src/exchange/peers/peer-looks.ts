import type { PeerHealth } from '@karez/contracts-exchange';
import { palette, type StateLook } from '@karez/web-ui';

export const healthLook: Record<PeerHealth, StateLook> = {
  up: { label: '通畅', glyph: 'full', color: palette.green },
  silent: { label: '没有应答', glyph: 'diamond', color: palette.amber },
  new: { label: '尚未应答', glyph: 'ring', color: palette.slate },
};
