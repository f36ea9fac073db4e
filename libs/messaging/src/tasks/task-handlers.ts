import type { Tx } from '@karez/persistence';

/** One due timer as its handler sees it. */
export interface DueTask<P extends object = object> {
  readonly id: string;
  readonly payload: P;
  readonly attempt: number;
  readonly trace: string;
  /** Does the effect and marks the task done in one transaction; does nothing when it was done or cancelled meanwhile. */
  complete(work: (tx: Tx) => Promise<void>): Promise<void>;
}
/** Handles due tasks of one kind. Slow work (a scan, a rendering) comes first, then `complete` with its result. */
export type TaskHandler<P extends object = object> = (task: DueTask<P>) => Promise<void>;

const bindings = new WeakMap<object, { kind: string; method: string }[]>();

/** Marks the method of a provider that handles due tasks: `@OnTask('files.scan') scan(task)`. */
export function OnTask(kind: string) {
  return (target: object, method: string): void => {
    bindings.set(target, [...(bindings.get(target) ?? []), { kind, method }]);
  };
}

export class TaskHandlers {
  readonly #byKind = new Map<string, TaskHandler>();

  addFrom(provider: object): void {
    for (const { kind, method } of bindings.get(Object.getPrototypeOf(provider) as object) ?? []) {
      this.add(kind, (task) => (provider as Record<string, TaskHandler>)[method]!(task));
    }
  }
  add(kind: string, handler: TaskHandler): void {
    this.#byKind.set(kind, handler);
  }
  of(kind: string): TaskHandler | undefined {
    return this.#byKind.get(kind);
  }
  get kinds(): readonly string[] {
    return [...this.#byKind.keys()];
  }
}
