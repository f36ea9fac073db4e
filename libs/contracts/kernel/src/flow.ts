/** A closed state graph, shared by the service (which enforces it) and the web (which offers only legal buttons). */
export interface Flow<S extends string> {
  readonly initial: S;
  readonly moves: Readonly<Record<S, readonly S[]>>;
}
export type StateOf<F> = F extends Flow<infer S> ? S : never;

/**
 * Declares the states of one thing and the moves between them.
 * @throws Error at start when a state can never be reached from the initial one
 */
export function defineFlow<S extends string>(initial: NoInfer<S>, moves: Record<S, readonly NoInfer<S>[]>): Flow<S> {
  const reached = new Set<S>([initial]);
  for (const state of reached) for (const next of moves[state]) reached.add(next);
  const lost = (Object.keys(moves) as S[]).filter((state) => !reached.has(state));
  if (lost.length) throw new Error(`states never reached from ${initial}: ${lost.join(', ')}`);
  return { initial, moves };
}

export const canMove = <S extends string>(flow: Flow<S>, from: S, to: S): boolean => flow.moves[from].includes(to);
