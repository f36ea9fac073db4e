import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { actsBlock, statesBlock } from './state-tables.js';

const page = new URL('../../../../docs/exchange.md', import.meta.url);

/** The page with what stands between the markers of a block made anew. */
function withBlock(text: string, name: string, content: string): string {
  const [before, rest] = text.split(`<!-- ${name} -->`);
  const [, after] = rest?.split(`<!-- /${name} -->`) ?? [];
  if (after === undefined) throw new Error(`docs/exchange.md has no markers of ${name}`);
  return `${before}<!-- ${name} -->\n\n${content}\n\n<!-- /${name} -->${after}`;
}

it('docs/exchange.md shows the tables of the contract (KAREZ_UPDATE_GOLDEN=1 writes them anew)', async () => {
  const text = readFileSync(page, 'utf8');
  const made = withBlock(withBlock(text, 'states', statesBlock()), 'acts', actsBlock());
  const wanted = await format(made, { ...(await resolveConfig(page)), filepath: page.pathname });
  if (process.env.KAREZ_UPDATE_GOLDEN) writeFileSync(page, wanted);
  else expect(text).toBe(wanted);
});
