import { useRef, type ReactNode } from 'react';
import { useRowKeys } from './row-keys.js';

/** A list of `<ListRow>` under one name; J and K move between its titles. */
export function RowList({ label, children }: { label: string; children: ReactNode }) {
  const list = useRef<HTMLUListElement>(null);
  useRowKeys(list);
  return (
    <ul className="kz-rows" ref={list} aria-label={label}>
      {children}
    </ul>
  );
}
