import { palette, StateGlyph, type Glyph } from '@karez/web-ui';
import type { SealCheck } from './seal-checks.js';

const looks: Record<SealCheck['state'], { glyph: Glyph; color: string; word: string }> = {
  ok: { glyph: 'full', color: palette.green, word: '通过' },
  mend: { glyph: 'barred', color: palette.plum, word: '待改' },
  wait: { glyph: 'half', color: palette.water, word: '等待' },
  note: { glyph: 'diamond', color: palette.amber, word: '提醒' },
};

/** 封装前检查, line by line; what can be mended leads to its field. */
export const SealCheckList = ({ checks, onFind }: { checks: readonly SealCheck[]; onFind?: (field: string) => void }) => (
  <ul className="compose-checks" aria-label="封装前检查">
    {checks.map(({ key, state, words, field }) => (
      <li key={key}>
        <StateGlyph glyph={looks[state].glyph} color={looks[state].color} />
        <span className="kz-unseen">{looks[state].word}：</span>
        <span className="compose-check-words">{words}</span>
        {field && onFind && state !== 'ok' && (
          <button type="button" className="kz-textact" aria-label={`定位：${words}`} onClick={() => onFind(field)}>
            定位
          </button>
        )}
      </li>
    ))}
  </ul>
);
