/** The timers of one file: look at it, then have it scanned. Payload `{fileId}`. */
export const examineTask = 'files.examine';
export const scanTask = 'files.scan';

export interface FileTask {
  readonly fileId: string;
  /** How often the scanner was not there. */
  readonly waits?: number;
}
