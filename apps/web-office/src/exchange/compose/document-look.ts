import type { DocumentRow } from '@karez/contracts-exchange';
import { palette, type StateLook } from '@karez/web-ui';

/** A sealed document by itself: who has got it is told by its dispatches. */
export const sealedLook: StateLook = { label: '已封装', glyph: 'full', color: palette.green };

/** 待发公文 in a list: a draft, sealed and not sent, sent. */
export function documentLook({ state, dispatches }: Pick<DocumentRow, 'state' | 'dispatches'>): StateLook {
  if (state === 'draft') return { label: '草稿', glyph: 'ring', color: palette.slate };
  if (state === 'discarded') return { label: '已删除', glyph: 'barred', color: palette.slate };
  return dispatches > 0
    ? { label: '已发出', glyph: 'full', color: palette.green }
    : { label: '已封装，待发送', glyph: 'half', color: palette.water };
}
