import { StoredFile } from '../file/file.entity.js';
import { judge, type Outcome } from './verdict.policy.js';

const now = new Date('2026-11-23T02:00:00Z');
const judged = (outcome: Outcome, unscanned: 'refuse' | 'allow' = 'refuse', state: 'quarantined' | 'not_scanned' = 'quarantined') => {
  const uploader = { realm: 'staff', id: 'p-1', name: '', grants: [] } as const;
  const file = StoredFile.begin({ id: 'f', name: 'a.pdf', size: 1, announcedSha256: null }, uploader, now);
  judge(Object.assign(file, { state }), outcome, unscanned, now);
  return [
    file.state,
    file.reason,
    file
      .takeEvents()
      .map(({ event }) => event.constructor.name)
      .join(),
  ];
};

it.each<[Outcome, string, string | null, string]>([
  [{ is: 'clean' }, 'clean', null, 'FileCleared'],
  [{ is: 'infected', virus: 'Eicar' }, 'infected', 'files.file.infected', 'FileRefused'],
  [{ is: 'infected', virus: 'Heuristics.Limits.Exceeded.MaxScanSize' }, 'refused', 'files.type.archive_bomb', 'FileRefused'],
  [{ is: 'infected', virus: 'Heuristics.Encrypted.PDF' }, 'refused', 'files.type.encrypted', 'FileRefused'],
  [{ is: 'too_large' }, 'not_scanned', 'files.file.too_large_to_scan', 'FileRefused'],
  [{ is: 'no_scanner' }, 'not_scanned', 'files.file.not_scanned', 'FileRefused'],
])('%j moves a file to %s', (outcome, state, reason, event) => {
  expect(judged(outcome)).toEqual([state, reason, event]);
});

it('clears what cannot be scanned only where the installation says so', () => {
  expect(judged({ is: 'no_scanner' }, 'allow')).toEqual(['not_scanned', 'files.file.not_scanned', 'FileCleared']);
});

it('leaves an unscanned file as it is until a scanner has something to say', () => {
  expect(judged({ is: 'no_scanner' }, 'refuse', 'not_scanned')).toEqual(['not_scanned', null, '']);
  expect(judged({ is: 'clean' }, 'refuse', 'not_scanned')).toEqual(['clean', null, 'FileCleared']);
  expect(judged({ is: 'infected', virus: 'Eicar' }, 'refuse', 'not_scanned')[0]).toBe('infected');
});
