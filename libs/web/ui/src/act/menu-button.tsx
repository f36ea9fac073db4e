import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';

export interface MenuChoice {
  readonly key: string;
  readonly label: ReactNode;
  /** Second line, quiet. */
  readonly note?: ReactNode;
  readonly onChoose: () => void;
  /** The one in force now, of several that exclude each other. */
  readonly chosen?: boolean;
  /** A hairline above. */
  readonly apart?: boolean;
}

export interface MenuButtonProps {
  /** What a screen reader calls the button. It must contain the visible words. */
  label: string;
  children: ReactNode;
  choices: readonly MenuChoice[];
  className?: string;
}

/**
 * A button with a menu (WAI-ARIA menu button pattern): Enter, Space or ↓ opens; ↑ ↓ Home End move; Esc closes and gives the focus back.
 * Own and small, because it is part of the first load; antd's Dropdown alone would weigh as much as the whole shell.
 */
export function MenuButton({ label, children, choices, className = '' }: MenuButtonProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const items = () => [...(root.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];

  useEffect(() => {
    if (!open) return;
    const all = items();
    (all.find((item) => item.getAttribute('aria-checked') === 'true') ?? all[0])?.focus();
    const away = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [open]);

  const close = () => {
    setOpen(false);
    root.current?.querySelector<HTMLElement>('button')?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    if (!open) {
      if (event.key !== 'ArrowDown') return;
      event.preventDefault();
      setOpen(true);
      return;
    }
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (next !== undefined) all[(next + all.length) % all.length]?.focus();
    else if (event.key === 'Escape') close();
    else if (event.key === 'Tab') return setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={`kz-menu ${className}`} ref={root} onKeyDown={onKey}>
      <button
        type="button"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={label}
        onClick={() => setOpen(!open)}
      >
        {children}
      </button>
      {open && (
        <div className="kz-menu-list" role="menu" id={id} aria-label={label}>
          {choices.map((choice) => (
            <button
              key={choice.key}
              type="button"
              tabIndex={-1}
              role={choice.chosen === undefined ? 'menuitem' : 'menuitemradio'}
              aria-checked={choice.chosen}
              className={choice.apart ? 'kz-apart' : undefined}
              onClick={() => {
                close();
                choice.onChoose();
              }}
            >
              <span>{choice.label}</span>
              {choice.note && <small>{choice.note}</small>}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
