/** One step of a model: what happened, and what the world is then. */
export interface Step<S> {
  readonly label: string;
  readonly to: S;
}
export interface Model<S> {
  readonly start: S;
  readonly steps: (state: S) => readonly Step<S>[];
  /** What every state and every step must hold: the name of the broken invariant, or nothing. */
  readonly broken: (state: S, from?: S) => string | undefined;
  /** Where the model is meant to come to rest. */
  readonly converged: (state: S) => boolean;
}
export interface Exploration<S> {
  readonly states: readonly S[];
  readonly steps: number;
  /** The first broken invariant, with a shortest way to it. */
  readonly violation?: string;
  /** States from which no way leads to a converged one, with a shortest way to the first. */
  readonly stuck: number;
  readonly stuckTrace?: string;
}

/** Every reachable state, breadth first, so that the way to a broken invariant is a shortest one (explicit-state model checking). */
export class Explorer<S extends object> {
  readonly #model: Model<S>;
  readonly #states: S[] = [];
  readonly #numbers = new Map<string, number>();
  /** How each state was first reached. */
  readonly #ways: { readonly from: number; readonly label: string }[] = [];
  readonly #before: number[][] = [];

  constructor(model: Model<S>) {
    this.#model = model;
  }

  explore(): Exploration<S> {
    let steps = 0;
    this.#number(this.#model.start, -1, 'start');
    for (let at = 0; at < this.#states.length; at++) {
      const state = this.#states[at]!;
      for (const { label, to } of this.#model.steps(state)) {
        steps += 1;
        const next = this.#number(to, at, label);
        this.#before[next]!.push(at);
        const broken = this.#model.broken(to, state);
        if (broken) return { states: this.#states, steps, stuck: 0, violation: `${broken}\n${this.#trace(at)}\n${label}\n${show(to)}` };
      }
    }
    const stuck = this.#stuck();
    const stuckTrace = stuck[0] === undefined ? {} : { stuckTrace: this.#trace(stuck[0]) };
    return { states: this.#states, steps, stuck: stuck.length, ...stuckTrace };
  }

  #number(state: S, from: number, label: string): number {
    const key = show(state);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#states.length);
    this.#ways.push({ from, label });
    this.#before.push([]);
    return this.#states.push(state) - 1;
  }

  /** AG EF converged, by going backwards from the converged states. */
  #stuck(): number[] {
    const safe = new Set([...this.#states.keys()].filter((at) => this.#model.converged(this.#states[at]!)));
    for (const at of safe) for (const before of this.#before[at]!) safe.add(before);
    return [...this.#states.keys()].filter((at) => !safe.has(at));
  }

  #trace(at: number): string {
    const { from, label } = this.#ways[at]!;
    return from < 0 ? label : `${this.#trace(from)}\n${label}`;
  }
}

const show = (state: object): string => JSON.stringify(state);
