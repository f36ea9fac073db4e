import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';

export interface RevealProps {
  /** The words that open it: 时限怎么来的. */
  label: string;
  children: ReactNode;
  /** The panel opens upwards: its button stands at the bottom of the screen. */
  up?: boolean;
}

/** Further words on one thing, on demand, beside it: a text button and a small floating panel. Esc or a press elsewhere closes it. */
export function Reveal({ label, children, up }: RevealProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const root = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!open) return;
    const away = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [open]);
  const onKey = (event: KeyboardEvent) => {
    if (!open || event.key !== 'Escape') return;
    event.stopPropagation();
    setOpen(false);
    root.current?.querySelector('button')?.focus();
  };
  return (
    <span className="kz-reveal" ref={root} onKeyDown={onKey}>
      <button
        type="button"
        className="kz-textact"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {open && (
        <div className={up ? 'kz-reveal-panel kz-reveal-up' : 'kz-reveal-panel'} role="group" aria-label={label} id={id}>
          {children}
        </div>
      )}
    </span>
  );
}
