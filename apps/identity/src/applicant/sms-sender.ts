import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The edge of the world: whoever sends short messages. A provider's adapter takes its place. */
export abstract class SmsSender {
  abstract send(phone: string, text: string): Promise<void>;
}

/** Sends nothing: writes what would be sent to a file of its own, which the tester reads. */
export class SmsOutbox extends SmsSender {
  constructor(private readonly file: string) {
    super();
  }

  async send(phone: string, text: string): Promise<void> {
    await mkdir(dirname(this.file), { recursive: true });
    await appendFile(this.file, `${JSON.stringify({ at: new Date().toISOString(), phone, text })}\n`, { mode: 0o600 });
  }
}
