import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Watch } from '@karez/messaging';
import { Client } from 'pg';
import { DataSource } from 'typeorm';

/** Rings the moment that a letter is written, in whichever process. */
@Injectable()
export class LetterBell implements OnModuleDestroy {
  readonly #waiting = new Set<() => void>();
  #listener: Client | undefined;
  #connecting: Promise<void> | undefined;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject('Watch') private readonly watch: Watch,
  ) {}

  async onModuleDestroy(): Promise<void> {
    this.ring();
    await this.#connecting;
    await this.#listener?.end().catch(() => undefined);
  }

  /** Until it rings, or the time is over. */
  async wait(ms: number): Promise<void> {
    await (this.#connecting ??= this.#listen().finally(() => (this.#connecting = undefined)));
    await new Promise<void>((resolve) => {
      const rung = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(rung);
        resolve();
      };
      const timer = setTimeout(rung, ms);
      this.#waiting.add(rung);
    });
  }

  ring(): void {
    for (const rung of [...this.#waiting]) rung();
  }

  async #listen(): Promise<void> {
    if (this.#listener) return;
    const { url } = this.source.options as { url?: string };
    const client = new Client({ connectionString: url, application_name: 'karez-exchange-letters' });
    const gone = (): void => void (this.#listener = undefined);
    client.on('error', gone).on('end', gone);
    client.on('notification', () => this.ring());
    try {
      await client.connect();
      await client.query('listen letter');
      this.#listener = client;
    } catch (error) {
      this.watch.healing('letters', error);
      await client.end().catch(() => undefined);
    }
  }
}
