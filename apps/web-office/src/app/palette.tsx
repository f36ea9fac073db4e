import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { useFound, type Found } from './palette-found.js';

/** Search and commands in one: pages at once, documents, people and bodies from the server as far as the post may see them (WAI-ARIA combobox with a list). */
export function Palette({ onClose }: { onClose: () => void }) {
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const navigate = useNavigate();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const found = useFound(words.trim());
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const go = (to: Found | undefined) => {
    if (!to) return;
    onClose();
    void navigate(to.href);
  };
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.items.length > 0) setAt((at + step + found.items.length) % found.items.length);
    else if (event.key === 'Enter') go(found.items[at]);
    else return;
    event.preventDefault();
  };
  return (
    <dialog
      ref={dialog}
      className="office-palette"
      aria-label="搜索和去往"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <input
        autoFocus
        role="combobox"
        aria-expanded={found.items.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={found.items[at] && `${id}-${at}`}
        aria-label="搜公文、机构、人员，或输入要去的地方"
        placeholder="公文标题或字号、姓名、拼音、机构名称或区划代码"
        value={words}
        maxLength={60}
        onChange={(event) => {
          setWords(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      <ul role="listbox" id={`${id}-list`} aria-label="结果">
        {found.items.map((item, position) => (
          <li
            key={item.key}
            id={`${id}-${position}`}
            role="option"
            aria-selected={position === at}
            onMouseMove={() => setAt(position)}
            onClick={() => go(item)}
          >
            <span className="office-palette-kind">{item.kind}</span>
            <span className="office-palette-label">{item.label}</span>
            {item.note && <span className="kz-caption">{item.note}</span>}
          </li>
        ))}
      </ul>
      <p className="kz-caption" role="status">
        {found.words}
      </p>
    </dialog>
  );
}
