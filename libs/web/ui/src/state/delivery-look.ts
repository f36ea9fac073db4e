import { palette } from '../tokens.js';
import type { StateLook } from './state-dot.js';

/** Looks of all states of a delivery in the exchange of documents. */
export const deliveryLook = {
  queued: { label: '待发送', glyph: 'ring', color: palette.slate },
  in_flight: { label: '传输中', glyph: 'half', color: palette.water },
  stalled: { label: '待人工', glyph: 'diamond', color: palette.amber },
  delivered: { label: '待签收', glyph: 'ring', color: palette.water },
  recall_pending: { label: '撤回中', glyph: 'half', color: palette.amber },
  signed_for: { label: '已签收', glyph: 'full', color: palette.green },
  rejected: { label: '已拒收', glyph: 'barred', color: palette.plum },
  recalled: { label: '已撤回', glyph: 'barred', color: palette.slate },
  returned: { label: '已退文', glyph: 'barred', color: palette.plum },
  revoked: { label: '已收回', glyph: 'barred', color: palette.slate },
} as const satisfies Record<string, StateLook>;

/** Segments of the bar of states in drawing order, at least 3:1 on white; words and counts stand below the bar. */
export const deliveryBar: readonly (readonly [state: keyof typeof deliveryLook, color: string])[] = [
  ['signed_for', palette.green],
  ['delivered', '#5E9AA1'],
  ['in_flight', palette.water],
  ['recall_pending', palette.amberLamp],
  ['stalled', palette.amber],
  ['rejected', palette.plum],
  ['returned', '#A9709A'],
];
