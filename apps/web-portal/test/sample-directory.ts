import { readFileSync } from 'node:fs';
import { bodiesFrom } from '../src/directory/directory-answer.js';
import { Directory } from '../src/directory/directory.js';

/** Real divisions with an invented set of offices, as identity would answer. */
export const sampleRows: unknown[] = JSON.parse(readFileSync(new URL('./directory.json', import.meta.url), 'utf8')) as unknown[];

export function sampleDirectory(changedAt = new Date('2026-11-20T02:00:00Z')): Directory {
  return new Directory(bodiesFrom(sampleRows), changedAt);
}
