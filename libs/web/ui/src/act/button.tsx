import type { ReactNode } from 'react';

export interface ButtonProps {
  /** `primary` is the one act that a screen is there for. */
  type?: 'default' | 'primary' | 'text' | 'link';
  size?: 'small' | 'middle';
  /** The act is under way: it cannot be clicked again, and the words stay. */
  loading?: boolean | undefined;
  disabled?: boolean | undefined;
  onClick?: (() => void) | undefined;
  'aria-label'?: string;
  children: ReactNode;
}

/**
 * The button of lists, notices and the home page, with the measures and colours of antd's in this theme.
 * Own and small, because it is part of the first load; antd's brings its motions and the styles of all its kinds.
 */
export const Button = ({ type = 'default', size = 'middle', loading, disabled, onClick, children, ...aria }: ButtonProps) => (
  <button
    type="button"
    className={`kz-button kz-button-${type}${size === 'small' ? ' kz-button-small' : ''}`}
    disabled={disabled}
    aria-busy={loading || undefined}
    onClick={() => !loading && onClick?.()}
    {...aria}
  >
    {loading && <span className="kz-button-turning" aria-hidden="true" />}
    <span>{children}</span>
  </button>
);
