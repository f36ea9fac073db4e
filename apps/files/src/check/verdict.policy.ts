import { DomainError } from '@karez/kernel';
import type { StoredFile } from '../file/file.entity.js';
import type { Unscanned } from '../file/reading.policy.js';
import type { Verdict } from './clamd.js';

/** What is known of a file after the attempt to have it scanned. */
export type Outcome = Verdict | { readonly is: 'no_scanner' };

/** Signatures by which clamd says that it could not look inside, rather than that it found something. */
const limits = /^Heuristics\.Limits\.Exceeded/;
const encrypted = /^Heuristics\.Encrypted/;

/** Whether the bytes stay, to be read now or after a scan that is still to come. */
export const keepsBytes = (outcome: Outcome): boolean => outcome.is !== 'infected';

/** Moves a file by what the scanner said, or by the installation's rule where it could say nothing. */
export function judge(file: StoredFile, outcome: Outcome, unscanned: Unscanned, now: Date): void {
  switch (outcome.is) {
    case 'clean':
      return file.clear(now);
    case 'infected':
      if (limits.test(outcome.virus)) return file.refuse(new DomainError('files.type.archive_bomb'), now);
      if (encrypted.test(outcome.virus)) return file.refuse(new DomainError('files.type.encrypted'), now);
      return file.condemn(outcome.virus, now);
    case 'too_large':
    case 'no_scanner':
      // it stands there already; the next scanner may know better
      if (file.state === 'not_scanned') return;
      return file.leaveUnscanned(
        unscanned === 'allow',
        outcome.is === 'too_large' ? 'files.file.too_large_to_scan' : 'files.file.not_scanned',
        now,
      );
  }
}
