import type { Plugin } from 'vite';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly expression?: Node & { readonly callee?: Named };
  readonly callee?: Named;
  readonly key?: Named;
  readonly properties?: readonly Node[];
}
interface Named {
  readonly name?: string;
}

const contract = /\/libs\/contracts\/[^/]+\/dist\/.+\.js$/;
const decorates = (node: Node): boolean =>
  node.type === 'ExpressionStatement' && node.expression?.type === 'CallExpression' && node.expression.callee?.name === '_ts_decorate';

/** Of an operation the browser needs its route; the classes and the words belong to the gateway and the services. */
const notOfTheRoute = ['request', 'response', 'summary'];
const named = (node: Node, names: readonly string[]): boolean => node.type === 'Property' && names.includes(node.key?.name ?? '');
const isOperation = (node: Node): boolean => node.type === 'CallExpression' && ['query', 'command'].includes(node.callee?.name ?? '');
/** What several operations have in common: `{ version, needs, response }`. */
const isShared = (node: Node): boolean => node.properties?.some((property) => named(property, ['needs'])) ?? false;

/**
 * The contracts are classes with validation decorators, which only the gateway and the services evaluate. In the browser the
 * contracts give routes and types, so the decorating statements are blanked and class-validator falls out of the bundle:
 * some 75 KB (gzip) less to load. With the classes that an operation names they themselves go too. Positions stay, so that
 * source maps still fit.
 */
export function bareContracts(): Plugin {
  return {
    name: 'karez:bare-contracts',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!contract.test(id)) return undefined;
      const all = nodes(this.parse(code));
      const aside = all
        .filter((node) => isOperation(node) || isShared(node))
        .flatMap((node) => nodes(node).filter((each) => named(each, notOfTheRoute)));
      let bare = code;
      for (const { start, end } of all.filter(decorates)) bare = blanked(bare, start, end);
      for (const { start, end } of aside) bare = blanked(bare, start, end + (/^\s*,/.exec(bare.slice(end))?.[0].length ?? 0));
      return { code: bare, map: null, moduleSideEffects: false };
    },
  };
}

/** The same length and the same lines, with nothing in the place. */
const blanked = (code: string, start: number, end: number): string =>
  code.slice(0, start) + code.slice(start, end).replace(/[^\n]/g, ' ') + code.slice(end);

/** Every node below one, wherever it stands: a class inside of a function has its decorators too. */
function nodes(node: unknown): Node[] {
  if (Array.isArray(node)) return node.flatMap(nodes);
  if (typeof node !== 'object' || node === null) return [];
  const inside = Object.values(node).flatMap(nodes);
  return 'type' in node && 'start' in node ? [node as Node, ...inside] : inside;
}
