import type { Plugin } from 'vite';

const packages = ['class-validator', 'class-transformer', 'reflect-metadata'];
const prefix = '\0silent:';

/**
 * The contracts are classes with validation decorators, which only the gateway and the services evaluate. In the browser the
 * contracts give routes and types, so their decorators become functions that do nothing: some 60 KB (gzip) less to load.
 * The names are read from the installed packages, so that a contract may use any of them.
 */
export function silentValidators(): Plugin {
  return {
    name: 'karez:silent-validators',
    enforce: 'pre',
    resolveId: (id) => (packages.includes(id) ? prefix + id : undefined),
    async load(id) {
      if (!id.startsWith(prefix)) return undefined;
      const name = id.slice(prefix.length);
      if (name === 'reflect-metadata') return 'export {};';
      const names = Object.keys((await import(name)) as object).filter((each) => /^[A-Z]\w*$/.test(each));
      return `const silent = () => () => undefined;\n${names.map((each) => `export const ${each} = silent;`).join('\n')}\n`;
    },
  };
}
