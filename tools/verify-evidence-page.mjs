// Makes verify-evidence.html: the verifier and the page around it in one file that opens from a disk with the network off. The policy in
// it names the one script and the one style by their hashes and allows nothing else, so that the page cannot load or send anything.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, writeOrCheck } from './deploy/generated.mjs';

const read = (path) => readFileSync(join(root, 'tools', path), 'utf8');
const source = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const parts = {
  style: `\n${read('verify-evidence/page.css')}`,
  // one module: the page's import of the verifier becomes the verifier itself, and the page a block with names of its own
  script: `\n${read('verify-evidence.mjs')}{\n${read('verify-evidence/page.mjs').replace(/^import .*;$/m, '')}}\n`,
};
if (/<\/script|<!--/i.test(parts.script)) throw new Error('the script would end before its end');
const policy = `default-src 'none'; script-src ${source(parts.script)}; style-src ${source(parts.style)}; base-uri 'none'; form-action 'none'`;

const filled = {
  'content="policy"': `content="${policy}"`,
  '<!-- style -->': `<style>${parts.style}</style>`,
  '<!-- script -->': `<script type="module">${parts.script}</script>`,
};
let page = read('verify-evidence/page.html');
for (const [place, content] of Object.entries(filled)) {
  if (!page.includes(place)) throw new Error(`the page has no place ${place}`);
  page = page.replace(place, () => content);
}
writeOrCheck({ 'tools/verify-evidence.html': page }, 'node tools/verify-evidence-page.mjs');
