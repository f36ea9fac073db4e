import type { Contract } from '@karez/contracts-kernel';
import { mounted } from './contract-routes.js';

/** Which methods an address takes, for the difference between “no such address” (404) and “not this method” (405). */
export class KnownPaths {
  readonly #routes: readonly { readonly method: string; readonly pattern: RegExp }[];

  constructor(contracts: readonly Contract[]) {
    this.#routes = contracts.flatMap(({ api }) =>
      mounted(api).map(([, { http }]) => {
        const [method, path] = http.split(' ') as [string, string];
        return { method, pattern: new RegExp(`^/api${path.replace(/:\w+/g, '[^/]+')}$`) };
      }),
    );
  }

  /** @param path of an address that no route took; empty when there is nothing at it */
  methodsAt(path: string): readonly string[] {
    return [...new Set(this.#routes.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method))].sort();
  }
}
