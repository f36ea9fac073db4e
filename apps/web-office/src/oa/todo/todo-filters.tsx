import { type TodoCounts, type TodoKind, todoKinds, todoKindWords, type TodoLamp, todoLamps } from '@karez/contracts-oa';
import { FilterChips } from '@karez/web-ui';
import { lampWord, numbersOf, shown } from './todo-words.js';

interface LampChipsProps {
  readonly counts: TodoCounts | undefined;
  readonly value: TodoLamp | 'all';
  readonly onChange: (lamp: TodoLamp | 'all') => void;
}
/** By lamp, with counts that add up. A lamp that nothing has is left out. */
export function LampChips({ counts, value, onChange }: LampChipsProps) {
  const { total, lamps } = numbersOf(counts);
  const of = (lamp: TodoLamp | 'all') => (lamp === 'all' ? total : (lamps.get(lamp) ?? 0));
  return (
    <FilterChips<TodoLamp | 'all'>
      label="按时限"
      value={value}
      onChange={onChange}
      chips={(['all', ...todoLamps] as const)
        .filter((lamp) => lamp === 'all' || lamp === value || of(lamp) > 0)
        .map((lamp) => ({
          ...{ value: lamp, label: lampWord[lamp] },
          ...(counts && { count: shown(of(lamp), counts.more) }),
          ...(lamp !== 'all' && { lamp }),
        }))}
    />
  );
}

interface KindTabsProps {
  readonly counts: TodoCounts | undefined;
  readonly value: TodoKind | undefined;
  readonly onChange: (kind: TodoKind | undefined) => void;
}
/** By source, with counts that add up. */
export function KindTabs({ counts, value, onChange }: KindTabsProps) {
  const { kinds } = numbersOf(counts);
  const open = todoKinds.filter((kind) => kind === value || (kinds.get(kind) ?? 0) > 0);
  return (
    <div className="td-tabs" role="group" aria-label="按来源">
      <button type="button" aria-pressed={value === undefined} onClick={() => onChange(undefined)}>
        全部来源
      </button>
      {open.map((kind) => (
        <button key={kind} type="button" aria-pressed={value === kind} onClick={() => onChange(kind)}>
          {todoKindWords[kind]} <span>{shown(kinds.get(kind) ?? 0, counts?.more ?? false)}</span>
        </button>
      ))}
    </div>
  );
}
