import { type TodoCounts, type TodoKind, todoKinds, type TodoLamp, todoLamps } from '@karez/contracts-oa';

export const lampWord: Readonly<Record<TodoLamp | 'all', string>> = {
  ...{ all: '全部', red: '逾期', yellow: '今明到期', green: '期内', none: '无时限' },
};
/** 紧急程度 as it is tagged. */
export const urgencyTag = { none: undefined, urgent: '加急', extra_urgent: '特急' } as const;

export interface TodoNumbers {
  readonly total: number;
  readonly kinds: ReadonlyMap<TodoKind, number>;
  readonly lamps: ReadonlyMap<TodoLamp, number>;
}
/** Sums of the same cells: the kinds add up to the total, and so do the lamps. */
export function numbersOf(counts: TodoCounts | undefined): TodoNumbers {
  const cells = counts?.cells ?? [];
  const sum = (of: (cell: (typeof cells)[number]) => boolean) => cells.filter(of).reduce((all, { count }) => all + count, 0);
  return {
    total: counts?.total ?? 0,
    kinds: new Map(todoKinds.map((kind) => [kind, sum((cell) => cell.kind === kind)])),
    lamps: new Map(todoLamps.map((lamp) => [lamp, sum((cell) => cell.lamp === lamp)])),
  };
}

/** A number as a list shows it: what is beyond counting is not pretended to be known. */
export const shown = (count: number, more: boolean): string => (more && count > 999 ? '999+' : count.toLocaleString('zh-CN'));
