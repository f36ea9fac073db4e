import { canMove } from '@karez/contracts-kernel';
import { type FileAct, fileFlow, type FileState, type LinkUse } from '@karez/contracts-files';
import { DomainError } from '@karez/kernel';
import { previewable } from '../recognise/accepted-types.js';

/** What decides whether a file may be read. */
export interface Readability {
  readonly id: string;
  readonly state: FileState;
  readonly mediaType: string | null;
  readonly reason: string | null;
  readonly reasonParams: Readonly<Record<string, string | number>> | null;
  /** The stored bytes were found altered. */
  readonly damaged: boolean;
}
/** Whether this installation serves what nobody scanned. */
export type Unscanned = 'refuse' | 'allow';

export const isReadable = ({ state, damaged }: Pick<Readability, 'state' | 'damaged'>, unscanned: Unscanned): boolean =>
  !damaged && (state === 'clean' || (state === 'not_scanned' && unscanned === 'allow'));

/** @throws DomainError that tells why the file cannot be read in this way now */
export function assertReadable(file: Readability, use: LinkUse, unscanned: Unscanned): void {
  if (file.state === 'discarded') throw new DomainError('not_found', { id: file.id });
  if (isReadable(file, unscanned)) {
    if (use === 'preview' && !previewable(file.mediaType))
      throw new DomainError('files.file.no_preview', { mediaType: file.mediaType ?? '' });
    return;
  }
  if (file.damaged) throw new DomainError('files.content.damaged', { id: file.id });
  if (file.state === 'receiving') throw new DomainError('files.file.receiving');
  if (file.state === 'quarantined') throw new DomainError('files.file.in_quarantine');
  throw new DomainError(file.reason ?? 'files.file.not_usable', { state: file.state, ...file.reasonParams });
}

/** What the uploader may do now. */
export function actsOn(file: Readability, attached: boolean, unscanned: Unscanned): FileAct[] {
  const readable = isReadable(file, unscanned);
  return [
    ...(readable ? ['download' as const] : []),
    ...(readable && previewable(file.mediaType) ? ['preview' as const] : []),
    ...(!attached && canMove(fileFlow, file.state, 'discarded') ? ['discard' as const] : []),
  ];
}
