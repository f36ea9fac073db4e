import { DomainError } from '@karez/kernel';
import { readSheet } from 'read-excel-file/node';
import type { BroughtItem } from './item-publisher.js';

/** Columns that hold a number, and those that hold JSON; a list of words is written line by line in its cell. */
const numbers = new Set(['statutoryDays', 'promisedDays', 'extensionDays']);
const json = new Set(['steps', 'exclusionCaps', 'materials', 'form', 'decisionTable', 'licence']);
const lists = new Set(['conditions', 'legalBasis', 'applicants']);

/**
 * Items of the first sheet of a workbook (XLSX, base64): the first row names the fields of `ItemSheet`, each further row is one item.
 * @throws DomainError `approval.import.workbook_unreadable`
 */
export async function readWorkbook(base64: string): Promise<BroughtItem[]> {
  const rows = await readSheet(Buffer.from(base64, 'base64')).catch(() => {
    throw new DomainError('approval.import.workbook_unreadable');
  });
  const [names = [], ...items] = rows;
  return items.flatMap((cells, index) => {
    const raw = Object.fromEntries(
      names.flatMap((name, column) => {
        const cell = cells[column];
        const field = typeof name === 'string' ? name.trim() : '';
        return field && cell !== null && cell !== undefined ? [[field, valueOf(field, cell)]] : [];
      }),
    );
    // the reader counts from 1, and the first row holds the names
    return Object.keys(raw).length ? [{ where: `第 ${index + 2} 行`, raw }] : [];
  });
}

function valueOf(field: string, cell: unknown): unknown {
  if (numbers.has(field)) return typeof cell === 'number' ? cell : Number(cell);
  const text = String(cell);
  if (lists.has(field)) return text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean); // prettier-ignore
  if (!json.has(field)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // stays a text, and the check of the sheet names the field
    return text;
  }
}
