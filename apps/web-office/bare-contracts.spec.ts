import { transformSync } from '@swc/core';
import { parseSync } from 'vite';
import { bareContracts } from './bare-contracts.js';

const source = `
import { IsString } from 'class-validator';
class One { @IsString() name!: string }
function pageOf() { class Page { @IsString() next?: string } return Page }
class Asked { @IsString() q?: string }
export const api = { one: One, page: pageOf() };
export const getOne = query({ ...{ version: 1, http: 'GET /demo/:id' }, ...{ request: Asked, response: pageOf(One), summary: 'one' } });
const decide = { version: 1, needs: 'demo.decide', response: One };
export const dropOne = command({ ...decide, http: 'DELETE /demo/:id', request: Asked });
export const kept = { request: One };
keep();
`;
const { code } = transformSync(source, {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    target: 'es2023',
  },
});
const run = (id: string) => {
  const transform = bareContracts().transform as (this: unknown, code: string, id: string) => { code: string } | undefined;
  return transform.call({ parse: (text: string) => parseSync('contract.js', text).program }, code, id)?.code;
};

describe('contracts in the browser', () => {
  it('lose their decorators, also inside of functions, and nothing else', () => {
    const bare = run('/any/libs/contracts/demo/dist/index.js')!;
    expect(code.match(/^\s*_ts_decorate\(/gm)).toHaveLength(3);
    expect(bare).not.toMatch(/^\s*_ts_decorate\(/m);
    expect(bare).not.toContain('IsString()');
    for (const part of ['class One', 'class Page', 'keep()']) expect(bare).toContain(part);
    expect(bare.split('\n')).toHaveLength(code.split('\n').length);
  });

  it('keep the route of an operation, not the classes and words that only servers read', () => {
    const bare = run('/any/libs/contracts/demo/dist/index.js')!;
    expect(bare).toMatch(/http: 'GET \/demo\/:id'/);
    expect(bare).toMatch(/needs: 'demo.decide'/);
    expect(bare).not.toMatch(/response|summary|Asked,|Asked\s*}/);
    expect(parseSync('contract.js', bare).errors).toEqual([]);
    expect(bare).toMatch(/kept = {\s+request: One/);
    expect(bare).toHaveLength(code.length);
  });

  it('are the only files touched', () => {
    expect(run('/any/node_modules/other/dist/index.js')).toBeUndefined();
  });
});
