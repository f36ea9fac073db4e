import { connect } from '@nats-io/transport-node';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import pg from 'pg';
import { given } from '../../crowd/open-gateway.ts';

export interface Written {
  readonly rows: number;
  /** By table: its columns, and the values of its new rows as text. */
  readonly tables: readonly { readonly name: string; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }[];
  /** What the outbox took to the broker. */
  readonly messages: readonly string[];
}
const copies = 'bare';

/** The rows that the exchange has written, and the writing of the same rows with nothing in between. */
export class Rows {
  readonly #pool: pg.Pool;
  private constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  static async open(): Promise<Rows> {
    const admin = new pg.Client({ connectionString: given('KAREZ_TEST_POSTGRES_URL') });
    await admin.connect();
    const { rows } = await admin.query<{ datname: string }>(`select datname from pg_database where datname ~ '_exchange$' limit 1`);
    await admin.end();
    const url = new URL(given('KAREZ_TEST_POSTGRES_URL'));
    url.pathname = `/${rows[0]!.datname}`;
    return new Rows(new pg.Pool({ connectionString: url.href, max: 8 }));
  }

  async now(): Promise<string> {
    return (await this.#pool.query<{ now: string }>('select pg_snapshot_xmin(pg_current_snapshot())::text as now')).rows[0]!.now;
  }

  /** Rows as they stand at the end: an update in between counts as nothing, which favours the bare side. */
  async writtenSince(since: string): Promise<Written> {
    const { rows: names } = await this.#pool.query<{ name: string }>(
      `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> 'migrations'`,
    );
    const tables = [];
    for (const { name } of names) {
      const { rows: columns } = await this.#pool.query<{ name: string }>(
        `select quote_ident(attname) as name from pg_attribute
         where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
        [`public.${name}`],
      );
      const list = columns.map((column) => column.name);
      const { rows } = await this.#pool.query<string[]>({
        text: `select ${list.map((column) => `${column}::text`).join(', ')} from public.${name} where xmin::text::bigint >= $1::bigint`,
        values: [since],
        rowMode: 'array',
      });
      if (rows.length) tables.push({ name, columns: list, rows });
    }
    const outbox = tables.find(({ name }) => name === 'outbox');
    const at = outbox?.columns.indexOf('envelope') ?? -1;
    const messages = outbox?.rows.map((row) => row[at]!) ?? [];
    return { rows: tables.reduce((sum, { rows }) => sum + rows.length, 0), tables, messages };
  }

  /** One transaction for each recipient with its share of the rows, eight at a time, into tables with the same indices. @returns seconds */
  async writeAgain({ tables }: Written, recipients: number): Promise<number> {
    await this.#pool.query(`drop schema if exists ${copies} cascade; create schema ${copies}`);
    for (const { name } of tables) await this.#pool.query(`create table ${copies}.${name} (like public.${name} including all)`);
    const inserts = tables.map(({ name, columns }) => ({
      name: `bare ${name}`,
      text: `insert into ${copies}.${name} (${columns.join(', ')}) overriding system value values (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
    }));
    const shares = Array.from({ length: recipients }, (_, one) =>
      tables.flatMap(({ rows }, table) =>
        rows.filter((_row, at) => at % recipients === one).map((values) => ({ ...inserts[table]!, values: [...values] })),
      ),
    );
    const began = performance.now();
    const waiting = shares.values();
    const writer = async (): Promise<void> => {
      const client = await this.#pool.connect();
      for (const share of waiting) {
        await client.query('begin');
        for (const insert of share) await client.query(insert);
        await client.query('commit');
      }
      client.release();
    };
    await Promise.all(Array.from({ length: 8 }, writer));
    return (performance.now() - began) / 1000;
  }

  /** Into a stream on disk, each acknowledged, 64 on the way. @returns seconds */
  async publishAgain({ messages }: Written): Promise<number> {
    const { protocol: _, host, username, password } = new URL(given('KAREZ_TEST_NATS_URL'));
    const connection = await connect({ servers: host, user: username, pass: password });
    try {
      const manager = await jetstreamManager(connection);
      await manager.streams.add({ name: 'BARE', subjects: ['bare'] });
      const js = jetstream(connection);
      const began = performance.now();
      const waiting = messages.values();
      const publisher = async (): Promise<void> => {
        for (const message of waiting) await js.publish('bare', message);
      };
      await Promise.all(Array.from({ length: 64 }, publisher));
      const seconds = (performance.now() - began) / 1000;
      await manager.streams.delete('BARE');
      return seconds;
    } finally {
      await connection.close();
    }
  }

  async close(): Promise<void> {
    await this.#pool.query(`drop schema if exists ${copies} cascade`);
    await this.#pool.end();
  }
}
