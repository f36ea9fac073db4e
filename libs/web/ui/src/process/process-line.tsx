import type { ReactNode } from 'react';
import { Well, wellWord, type WellState } from './well.js';

export interface ProcessStep {
  readonly key: string;
  readonly state: WellState;
  readonly title: ReactNode;
  /** When, who, or a link to the receipt. */
  readonly note?: ReactNode;
}

export interface ProcessLineProps {
  /** What runs: 送达过程, 办理过程. */
  label: string;
  /** row for deliveries (equal columns), column for cases and routing. */
  direction: 'row' | 'column';
  steps: readonly ProcessStep[];
}

/** Wells joined by one channel: water up to now, dotted sand after it. */
export const ProcessLine = ({ label, direction, steps }: ProcessLineProps) => (
  <ol className={`kz-process kz-process-${direction}`} aria-label={label}>
    {steps.map((step, at) => (
      <li key={step.key} className={`kz-step kz-step-${step.state}`} aria-current={step.state === 'now' ? 'step' : undefined}>
        {at < steps.length - 1 && <i className="kz-channel" aria-hidden="true" />}
        <Well state={step.state} size={direction === 'row' ? 16 : 14} />
        <div className="kz-step-title">
          {step.title}
          <span className="kz-unseen">（{wellWord[step.state]}）</span>
        </div>
        {step.note !== undefined && <div className="kz-step-note">{step.note}</div>}
      </li>
    ))}
  </ol>
);
