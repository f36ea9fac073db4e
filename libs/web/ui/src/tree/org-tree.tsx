import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useLater } from '../notice/later.js';

export interface OrgNode {
  readonly id: string;
  readonly name: string;
  /** Bodies directly below; 0 is a leaf. */
  readonly children: number;
  /** 已撤销, 在任 3 人: quiet, at the right. */
  readonly note?: ReactNode;
}

export interface OrgTreeProps {
  label: string;
  roots: readonly OrgNode[];
  /** Children that are already known, by parent. */
  below: ReadonlyMap<string, readonly OrgNode[] | 'failed'>;
  /** Asked once, when a body is opened whose children are not known yet, or again after a failure. */
  onOpen: (id: string) => void;
  selected?: string;
  onSelect: (id: string) => void;
  /** Open from the start: the path down to the selected body. */
  opened?: readonly string[];
}

/**
 * Bodies in a tree (WAI-ARIA tree pattern): ↑ ↓ move, → opens or goes in, ← closes or goes out, Home End, Enter chooses.
 * Children are fetched when a body is opened.
 */
export function OrgTree({ label, roots, below, onOpen, selected, onSelect, opened = [] }: OrgTreeProps) {
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [focused, setFocused] = useState<string>();
  const tree = useRef<HTMLUListElement>(null);
  const isOpen = (id: string) => toggled.get(id) ?? opened.includes(id);
  const setOpen = (id: string, open: boolean) => {
    setToggled(new Map(toggled).set(id, open));
    if (open && !known(below.get(id))) onOpen(id);
  };
  const shown: { node: OrgNode; parent?: string }[] = [];
  const walk = (nodes: readonly OrgNode[], parent?: string) => {
    for (const node of nodes) {
      shown.push({ node, parent });
      const inside = below.get(node.id);
      if (isOpen(node.id) && known(inside)) walk(inside, node.id);
    }
  };
  walk(roots);
  // exactly one item is reached by Tab: the focused one, else the chosen one, else the first
  const tabStop = [focused, selected].find((id) => shown.some((each) => each.node.id === id)) ?? shown[0]?.node.id;
  const focusOn = (id: string | undefined) => {
    if (!id) return;
    setFocused(id);
    tree.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)?.focus();
  };

  const onKey = (event: KeyboardEvent) => {
    const at = shown.findIndex((each) => each.node.id === tabStop);
    const here = shown[at];
    if (!here) return;
    const { node, parent } = here;
    const open = isOpen(node.id);
    const moves: Record<string, () => void> = {
      ArrowDown: () => focusOn(shown[at + 1]?.node.id),
      ArrowUp: () => focusOn(shown[at - 1]?.node.id),
      Home: () => focusOn(shown[0]?.node.id),
      End: () => focusOn(shown.at(-1)?.node.id),
      ArrowRight: () => {
        if (node.children > 0 && !open) setOpen(node.id, true);
        else if (shown[at + 1]?.parent === node.id) focusOn(shown[at + 1]?.node.id);
      },
      ArrowLeft: () => {
        if (open && node.children > 0) setOpen(node.id, false);
        else focusOn(parent);
      },
      Enter: () => onSelect(node.id),
      ' ': () => onSelect(node.id),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    move();
  };

  const branch = (nodes: readonly OrgNode[], level: number): ReactNode =>
    nodes.map((node, position) => {
      const open = isOpen(node.id);
      const inside = below.get(node.id);
      return (
        <li
          key={node.id}
          role="treeitem"
          data-id={node.id}
          aria-level={level}
          aria-setsize={nodes.length}
          aria-posinset={position + 1}
          aria-expanded={node.children > 0 ? open : undefined}
          aria-selected={node.id === selected}
          tabIndex={node.id === tabStop ? 0 : -1}
          onFocus={(event) => event.target === event.currentTarget && setFocused(node.id)}
        >
          <div className="kz-tree-row" style={{ paddingInlineStart: (level - 1) * 18 + 6 }} onClick={() => onSelect(node.id)}>
            <span
              className={node.children > 0 ? 'kz-tree-toggle' : 'kz-tree-toggle kz-leaf'}
              aria-hidden="true"
              onClick={(event) => {
                if (node.children === 0) return;
                event.stopPropagation();
                setOpen(node.id, !open);
              }}
            />
            <span className="kz-tree-name">{node.name}</span>
            {node.note && <span className="kz-caption">{node.note}</span>}
          </div>
          {open && node.children > 0 && (
            <ul role="group">
              {inside === undefined && <TreeWait level={level} />}
              {inside === 'failed' && (
                <li role="none" className="kz-tree-failed" style={{ paddingInlineStart: level * 18 + 26 }}>
                  没有取到下级机构。
                  <button type="button" className="kz-textact" onClick={() => onOpen(node.id)}>
                    再取一次
                  </button>
                </li>
              )}
              {known(inside) && branch(inside, level + 1)}
            </ul>
          )}
        </li>
      );
    });

  return (
    <ul className="kz-tree" role="tree" aria-label={label} ref={tree} onKeyDown={onKey}>
      {branch(roots, 1)}
    </ul>
  );
}

const known = (inside: readonly OrgNode[] | 'failed' | undefined): inside is readonly OrgNode[] =>
  inside !== undefined && inside !== 'failed';

function TreeWait({ level }: { level: number }) {
  const late = useLater(300);
  return (
    <li role="none" className="kz-caption" style={{ paddingInlineStart: level * 18 + 26 }}>
      {late ? '正在取下级机构' : ' '}
    </li>
  );
}
