import { Button, Popconfirm } from 'antd';
import type { ReactNode } from 'react';

interface AskButtonProps {
  /** Named after the act; `…` is added, because one question follows. */
  label: string;
  /** The thing it happens to, for screen readers. */
  of?: string;
  /** What the act does and whether it can be undone. */
  question: ReactNode;
  onYes: () => void;
  busy?: boolean;
  disabled?: boolean;
  small?: boolean;
}

/** An act that cannot be taken back asks once, where it stands, and says what it will do. */
export const AskButton = ({ label, of, question, onYes, busy, disabled, small }: AskButtonProps) => (
  <Popconfirm
    title={question}
    icon={null}
    okText={label}
    cancelText="取消"
    onConfirm={onYes}
    disabled={disabled}
    getPopupContainer={(button) => button.closest('main') ?? document.body}
  >
    <Button size={small ? 'small' : 'middle'} loading={busy} disabled={disabled} aria-label={of && `${label}…：${of}`}>
      {label}…
    </Button>
  </Popconfirm>
);
