import type { ReactNode } from 'react';
import { Button } from '../act/button.js';
import { StateGlyph } from '../state/state-glyph.js';
import { palette } from '../tokens.js';

export interface ErrorStateProps {
  /** What did not work: 没有取到人员列表. */
  title: string;
  /** What is safe and what the person can do. */
  children?: ReactNode;
  /** To quote when asking for help. */
  number?: string;
  onRetry?: () => void;
  retrying?: boolean;
}

export const ErrorState = ({ title, children, number, onRetry, retrying }: ErrorStateProps) => (
  <div className="kz-middle" role="alert">
    <StateGlyph glyph="barred" color={palette.plum} size={26} />
    <p className="kz-middle-title">{title}</p>
    <div className="kz-middle-words">
      {children}
      {number && (
        <>
          {children && <br />}编号 <span className="kz-mono">{number}</span>
        </>
      )}
    </div>
    {onRetry && (
      <div className="kz-middle-acts">
        <Button onClick={onRetry} loading={retrying}>
          再取一次
        </Button>
      </div>
    )}
  </div>
);
