import { palette, StateDot } from '@karez/web-ui';
import { shortDate } from '../../app/time.js';
import { keyStanding } from './key-standing.js';

const looks = {
  none: { glyph: 'barred', color: palette.plum },
  over: { glyph: 'barred', color: palette.plum },
  soon: { glyph: 'diamond', color: palette.amber },
  good: { glyph: 'full', color: palette.green },
} as const;

/** Whether a body can receive now, by its key, and until when. */
export function KeyState({ validUntil }: { validUntil: string | undefined }) {
  const standing = keyStanding(validUntil);
  const words = {
    none: '没有有效密钥',
    over: `${date(validUntil)} 已过期`,
    soon: `${date(validUntil)} 到期`,
    good: `有效至 ${date(validUntil)}`,
  };
  return <StateDot look={{ ...looks[standing], label: words[standing] }} />;
}

const date = (iso: string | undefined): string => (iso ? shortDate(iso) : '');
