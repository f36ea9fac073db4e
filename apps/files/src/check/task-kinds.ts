/** The timer of one file in quarantine: look at it, have it scanned, let it out. Payload `FileTask`. */
export const checkTask = 'files.check';

export interface FileTask {
  readonly fileId: string;
  /** How often the scanner was not there. */
  readonly waits?: number;
}
