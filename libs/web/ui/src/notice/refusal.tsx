import type { ReactNode } from 'react';
import { actLabel, type Act } from '../act/act.js';
import { Button } from '../act/button.js';
import { Notice } from './notice.js';

export interface RefusalProps {
  /** Result: who did what when (撤回失败：对方已于 10:32 签收。). */
  result: string;
  /** What was asked and how late, then the consequence. */
  children?: ReactNode;
  /** Up to two ways out as buttons. */
  ways?: readonly Act[];
  /** The proof, as text: 看签收回执. */
  evidence?: ReactNode;
  /** It stays until dismissed. */
  onDismiss?: () => void;
}

/** Directly under the row or field where the act was tried. Plum, never red; said at once to screen readers. */
export const Refusal = ({ result, children, ways = [], evidence, onDismiss }: RefusalProps) => (
  <Notice
    tone="plum"
    live="alert"
    title={result}
    aside={
      onDismiss && (
        <button type="button" className="kz-textact" onClick={onDismiss}>
          知道了
        </button>
      )
    }
  >
    {children}
    {(ways.length > 0 || evidence) && (
      <div className="kz-ways">
        {ways.slice(0, 2).map((way) => (
          <Button key={way.key} size="small" onClick={way.onAct}>
            {actLabel(way)}
          </Button>
        ))}
        {evidence}
      </div>
    )}
  </Notice>
);
