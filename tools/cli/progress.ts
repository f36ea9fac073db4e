/** Says what is being done and how long it took, one line each. On a terminal the running line counts seconds. */
export class Progress {
  /** Writes text as it is. */
  readonly write: (text: string) => void;
  /** Whether a line may be rewritten while it runs. */
  readonly live: boolean;

  constructor(write: (text: string) => void = (text) => process.stdout.write(text), live = process.stdout.isTTY) {
    this.write = write;
    this.live = live;
  }

  say(line: string): void {
    this.write(`${line}\n`);
  }

  async during<T>(what: string, work: () => Promise<T>): Promise<T> {
    const started = Date.now();
    const elapsed = (): string => duration(Date.now() - started);
    const show = (): void => this.write(`\r  ${what} … ${elapsed()} `);
    const ticker = this.live ? setInterval(show, 1000) : undefined;
    if (this.live) show();
    try {
      const result = await work();
      this.write(`${this.live ? '\r\x1b[2K' : ''}  ${what}: ${elapsed()}\n`);
      return result;
    } catch (error) {
      this.write(`${this.live ? '\r\x1b[2K' : ''}  ${what}: failed after ${elapsed()}\n`);
      throw error;
    } finally {
      clearInterval(ticker);
    }
  }
}

/** "0.4 s", "12 s", "3 min 05 s". */
export function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (ms < 9950) return `${(ms / 1000).toFixed(1)} s`;
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}

/** For steps that are nobody's news. */
export const silently = new Progress(() => undefined, false);
