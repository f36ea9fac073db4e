import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { api } from './api.js';
import { navigationFor } from './navigation.js';
import { useMay, useMe } from './person-self.js';

interface Found {
  readonly key: string;
  readonly kind: string;
  readonly label: string;
  readonly note?: string;
  readonly href: string;
}

/** Search and commands in one: pages at once, people and bodies from the server as far as the post may see them (WAI-ARIA combobox with a list). */
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
        aria-label="搜机构、人员，或输入要去的地方"
        placeholder="姓名、拼音、账号、机构名称或区划代码"
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

function useFound(words: string): { items: readonly Found[]; words: string } {
  const me = useMe();
  const may = useMay();
  const asked = useDeferredValue(words);
  const people = useQuery({
    queryKey: ['palette', 'people', asked],
    queryFn: ({ signal }) => api.identity.listPeople({ q: asked, limit: 6 }, { signal }),
    enabled: asked !== '' && may('identity.person.read'),
  });
  const orgs = useQuery({
    queryKey: ['palette', 'orgs', asked],
    queryFn: ({ signal }) => api.identity.listOrgs({ q: asked, limit: 6 }, { signal }),
    enabled: asked !== '' && may('identity.org.read'),
  });
  const items: Found[] = [
    ...navigationFor(me.permissions, 0)
      .open.filter(({ label }) => label.includes(words))
      .map(({ key, label, href }) => ({ key, kind: '去', label, href })),
    ...(orgs.data?.items ?? []).map(({ id, name, divisionCode }) => ({
      key: id,
      kind: '机构',
      label: name,
      note: divisionCode,
      href: `/orgs/${id}`,
    })),
    ...(people.data?.items ?? []).map(({ id, name, orgName, title }) => ({
      key: id,
      kind: '人员',
      label: name,
      note: [orgName, title].filter(Boolean).join(' '),
      href: `/people/${id}`,
    })),
  ];
  if (people.isError || orgs.isError) return { items, words: '搜索暂时取不到全部结果，其余照常。' };
  if (people.isFetching || orgs.isFetching) return { items, words: '正在搜索' };
  return { items, words: items.length > 0 ? `${items.length} 项，↑ ↓ 选择，Enter 打开` : `没有符合「${words}」的页面、机构或人员` };
}
