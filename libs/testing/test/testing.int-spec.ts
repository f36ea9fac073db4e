import pg from 'pg';
import { eventually, startProgram, testDatabase, testNats, testRedis } from '@karez/testing';

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
}

describe('testDatabase', () => {
  let setups = 0;
  const migrate = async ({ url }: { url: string }): Promise<void> => {
    setups++;
    await query(url, 'CREATE TABLE note (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body text)');
  };

  it('runs the setup once and gives every caller a copy of its own', async () => {
    const [one, two] = await Promise.all([testDatabase('testing', migrate), testDatabase('testing', migrate)]);
    await query(one.url, `INSERT INTO note (body) VALUES ('one')`);
    expect(await query(one.url, 'SELECT body FROM note')).toEqual([{ body: 'one' }]);
    expect(await query(two.url, 'SELECT body FROM note')).toEqual([]);
    expect(setups).toBe(1);
    await Promise.all([one.drop(), two.drop()]);
    await expect(query(one.url, 'SELECT 1')).rejects.toThrow('does not exist');
  });

  it('gives the runtime role rows and no power over tables', async () => {
    const database = await testDatabase('testing', migrate);
    await query(database.runtimeUrl, `INSERT INTO note (body) VALUES ('row')`);
    await expect(query(database.runtimeUrl, 'DROP TABLE note')).rejects.toThrow('must be owner');
    await expect(query(database.runtimeUrl, 'CREATE TABLE other (id int)')).rejects.toThrow('permission denied');
    await query(database.url, 'REVOKE UPDATE, DELETE ON note FROM PUBLIC');
    await database.drop();
  });
});

it.each([
  ['NATS', testNats],
  ['Redis', testRedis],
])('starts a %s that can be killed and started again at the same address', async (_, start) => {
  const server = await start();
  await server.stop('SIGKILL');
  server.wipe();
  await server.start();
  await server.stop();
});

describe('startProgram', () => {
  it('runs decorated TypeScript from source and lets the spec kill it', async () => {
    const program = startProgram(new URL('./counter.program.ts', import.meta.url), { args: ['7'] });
    await program.line(/counted to 7/);
    expect(program.lines).toContain('parameters: Number');
    expect(await program.kill()).toEqual({ code: null, signal: 'SIGKILL' });
  });

  it('says what was printed when the awaited line does not come', async () => {
    const program = startProgram(new URL('./counter.program.ts', import.meta.url), { args: ['7'] });
    await expect(program.line(/counted to 8/, 1500)).rejects.toThrow('counted to 7');
    await program.kill('SIGTERM');
  });
});

it('repeats an attempt until it succeeds, and throws its last error when the time is over', async () => {
  let tries = 0;
  const third = async (): Promise<number> => {
    if (++tries < 3) throw new Error(`try ${tries}`);
    return tries;
  };
  expect(await eventually(third)).toBe(3);
  await expect(eventually(() => Promise.reject(new Error('never')), { timeoutMs: 100 })).rejects.toThrow('never');
});
