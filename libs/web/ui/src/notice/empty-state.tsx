import type { ReactNode } from 'react';
import { actLabel, type Act } from '../act/act.js';
import { Button } from '../act/button.js';
import { QuietKarez } from '../brand/quiet-karez.js';

export interface EmptyStateProps {
  /** Nothing is there yet, or a filter hides it; without it: all is done. */
  dry?: boolean;
  /** Why it is empty. */
  title: string;
  children?: ReactNode;
  /** The next step; no button if there is none. */
  act?: Act;
  /** Second way, as text: 清除筛选. */
  other?: Act;
}

export const EmptyState = ({ dry, title, children, act, other }: EmptyStateProps) => (
  <div className="kz-middle">
    <QuietKarez dry={dry} />
    <p className="kz-middle-title">{title}</p>
    {children && <div className="kz-middle-words">{children}</div>}
    {(act || other) && (
      <div className="kz-middle-acts">
        {act && <Button onClick={act.onAct}>{actLabel(act)}</Button>}
        {other && (
          <Button type="link" onClick={other.onAct}>
            {actLabel(other)}
          </Button>
        )}
      </div>
    )}
  </div>
);
