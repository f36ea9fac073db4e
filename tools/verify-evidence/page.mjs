/* global document, File */
import { LIMITS, verifyEvidence, wordsOf } from '../verify-evidence.mjs';

// What the page does around the verifier. Everything of the file is shown as text, never as markup: nobody vouches for it yet.

const byId = (id) => document.getElementById(id);
const [drop, chooser, roots, wrong, result] = ['drop', 'file', 'roots', 'roots-wrong', 'result'].map(byId);

function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

const listOf = (title, tag, items) => (items.length ? [element('h2', '', title), element(tag, '', ...items)] : []);

function shown(found) {
  const { verdict, facts, roots: fingerprints, signed, findings } = wordsOf(found);
  const kind = found.verdict === 'invalid' ? 'invalid' : found.rootCompared ? 'valid' : 'open';
  const pairs = found.deliveryId ? facts.flatMap(([name, value]) => [element('dt', '', name), element('dd', '', value)]) : [];
  return [
    element('p', `verdict ${kind}`, `${{ valid: '✓', open: '!', invalid: '✗' }[kind]} ${verdict}`),
    element('dl', '', ...pairs),
    ...listOf(
      '问题与提示',
      'ul',
      findings.map(({ level, text, where }) => element('li', level, text, element('span', 'where', where))),
    ),
    ...listOf(
      '根密钥指纹',
      'ul',
      fingerprints.map(([digits, compared]) => element('li', '', element('span', 'digits', digits), element('span', 'where', compared))),
    ),
    ...listOf(
      '谁在何时签了什么',
      'ol',
      signed.map(({ stands, when, what, who, why }) =>
        element(
          'li',
          stands ? '' : 'error',
          element('span', 'when', `${stands ? '✓' : '✗'} ${when}`),
          `${what}：${who}`,
          element('span', 'where', why),
        ),
      ),
    ),
  ];
}

/** The page answers while thousands of signatures are computed. */
function breathing() {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < 50) return;
    await new Promise((resume) => setTimeout(resume));
    last = performance.now();
  };
}

let current;
/** The file chosen last; an earlier one that is still being checked is forgotten. */
async function check(file) {
  current = file;
  const given = roots.value.split(/[\s,，;；]+/).filter(Boolean);
  wrong.hidden = given.every((each) => /^[0-9a-f]{64}$/i.test(each));
  roots.setAttribute('aria-invalid', String(!wrong.hidden));
  if (!wrong.hidden) return roots.focus();
  result.replaceChildren(element('p', '', '正在核验…'));
  try {
    // one byte beyond the limit is enough to be refused; a larger file is not read at all
    const bytes = file.size > LIMITS.bytes ? new Uint8Array(LIMITS.bytes + 1) : new Uint8Array(await file.arrayBuffer());
    const found = await verifyEvidence(bytes, { roots: given, pause: breathing() });
    if (current === file) result.replaceChildren(...shown(found));
  } catch {
    if (current === file) result.replaceChildren(element('p', 'verdict invalid', '无法读取这个文件'));
  }
  result.focus();
}

chooser.addEventListener('click', () => (chooser.value = ''));
chooser.addEventListener('change', () => chooser.files[0] && check(chooser.files[0]));
roots.addEventListener('change', () => current && check(current));
byId('form').addEventListener('submit', (event) => event.preventDefault());
for (const [name, over] of [
  ['dragover', true],
  ['dragleave', false],
  ['drop', false],
])
  document.addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.toggle('over', over);
  });
document.addEventListener('drop', ({ dataTransfer }) => {
  const [file] = dataTransfer?.files ?? [];
  if (file instanceof File) void check(file);
});
