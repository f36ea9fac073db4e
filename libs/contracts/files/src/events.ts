import type { EventClass } from '@karez/contracts-kernel';

/** The last byte has come; the file waits in quarantine. */
export class FileReceived {
  static readonly subject = 'evt.files.file-received.v1';
  static readonly aggregate = 'file';
  constructor(
    readonly fileId: string,
    readonly size: number,
  ) {}
}
/** The file can be used from now on. */
export class FileCleared {
  static readonly subject = 'evt.files.file-cleared.v1';
  static readonly aggregate = 'file';
  constructor(
    readonly fileId: string,
    readonly size: number,
    readonly mediaType: string,
    readonly sha256: string,
    readonly sm3: string,
    /** False where the installation has no scanner and allows that. */
    readonly scanned: boolean,
  ) {}
}
/** The file cannot be used: its type, a virus, or no scanner where one is demanded. `reason` is an error code of this contract. */
export class FileRefused {
  static readonly subject = 'evt.files.file-refused.v1';
  static readonly aggregate = 'file';
  constructor(
    readonly fileId: string,
    readonly state: 'refused' | 'infected' | 'not_scanned',
    readonly reason: string,
    readonly reasonParams: Readonly<Record<string, string | number>>,
  ) {}
}
/** The uploader, or the clock, has given it up. */
export class FileDiscarded {
  static readonly subject = 'evt.files.file-discarded.v1';
  static readonly aggregate = 'file';
  constructor(readonly fileId: string) {}
}
export const filesEvents: readonly EventClass[] = [FileReceived, FileCleared, FileRefused, FileDiscarded];
