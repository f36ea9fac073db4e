import type { BodyKeyView } from '@karez/contracts-exchange';
import { palette, type StateLook } from '@karez/web-ui';
import { shortDate } from '../../app/time.js';
import { keyPhase } from './key-phase.js';

/** One key's state as a dot: only the current one is used for new signatures. */
export function keyLook(key: BodyKeyView, now = new Date()): StateLook {
  switch (keyPhase(key, now)) {
    case 'revoked':
      return { label: `${shortDate(key.revokedAt ?? '', now)} 撤销`, glyph: 'barred', color: palette.plum };
    case 'over':
      return { label: key.current ? '现用，已过期' : '已过期', glyph: 'barred', color: key.current ? palette.plum : palette.slate };
    case 'soon':
      return { label: '现用，快到期', glyph: 'diamond', color: palette.amber };
    case 'current':
      return { label: '现用', glyph: 'full', color: palette.green };
    case 'former':
      return { label: '已更换', glyph: 'ring', color: palette.slate };
  }
}
