import type { ReactNode } from 'react';
import type { Lamp } from '../tokens.js';

export interface DueLampProps {
  /** red = overdue, yellow = due within one working day, green = in time, none = no limit runs. */
  lamp: Lamp;
  /** Right-aligned place: green and none drop their right padding, so that edges meet. */
  end?: boolean;
  /** Always words: 逾期 2 日, 今日到期, 剩 52 分, 无时限. */
  children: ReactNode;
}

export const DueLamp = ({ lamp, end, children }: DueLampProps) => (
  <span className={`kz-lamp kz-lamp-${lamp}${end ? ' kz-lamp-end' : ''}`}>
    <i aria-hidden="true" />
    {children}
  </span>
);
