import type { Plugin } from 'vite';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly expression?: { readonly type: string; readonly callee?: { readonly name?: string } };
}

const contract = /\/libs\/contracts\/[^/]+\/dist\/.+\.js$/;
const decorates = (node: Node): boolean =>
  node.type === 'ExpressionStatement' && node.expression?.type === 'CallExpression' && node.expression.callee?.name === '_ts_decorate';

/**
 * The contracts are classes with validation decorators, which only the gateway and the services evaluate. In the browser the
 * contracts give routes and types, so the decorating statements are blanked and class-validator falls out of the bundle:
 * some 75 KB (gzip) less to load. Positions stay, so that source maps still fit.
 */
export function bareContracts(): Plugin {
  return {
    name: 'karez:bare-contracts',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!contract.test(id)) return undefined;
      let bare = code;
      for (const { start, end } of statements(this.parse(code) as unknown as Node).filter(decorates)) {
        bare = bare.slice(0, start) + code.slice(start, end).replace(/[^\n]/g, ' ') + bare.slice(end);
      }
      return { code: bare, map: null, moduleSideEffects: false };
    },
  };
}

/** Every node below one, wherever it stands: a class inside of a function has its decorators too. */
function statements(node: unknown): Node[] {
  if (Array.isArray(node)) return node.flatMap(statements);
  if (typeof node !== 'object' || node === null) return [];
  const inside = Object.values(node).flatMap(statements);
  return 'type' in node && 'start' in node ? [node as Node, ...inside] : inside;
}
