import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

/** One empty A4 page, unlike any other, with the cross-reference table that a reader looks for. */
export function onePage(): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
  ];
  let text = `%PDF-1.4\n% ${randomUUID()}\n`;
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj${object}endobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const start = text.length;
  text += `xref\n0 4\n0000000000 65535 f \n${offsets.join('')}trailer<</Size 4/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** 文种, by its word: the list draws only the part that is in view, so it is gone through with the keys. */
export async function chooseKind(page: Page, word: string): Promise<void> {
  await page.click('#documentType');
  await page.waitForSelector('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option-active');
  const active = () => page.textContent('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option-active');
  for (let at = await active(); at !== word; at = await active()) {
    await page.press('#documentType', 'ArrowDown');
    await page.waitForSelector(`.ant-select-item-option-active:not(:text-is("${at}"))`);
  }
  await page.press('#documentType', 'Enter');
  await page.waitForSelector('.ant-select-dropdown:not(.ant-select-dropdown-hidden)', { state: 'detached' });
}

/** @returns exit code and words of the verifier, which knows nothing of the platform */
export function verified(file: string): [status: number | null, words: string] {
  const verifier = fileURLToPath(new URL('../../tools/verify-evidence.mjs', import.meta.url));
  const { status, stdout } = spawnSync(process.execPath, [verifier, file], { encoding: 'utf8' });
  return [status, stdout];
}
