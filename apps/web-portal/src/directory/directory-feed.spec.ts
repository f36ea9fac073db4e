import { identityApi } from '@karez/contracts-identity';
import { jest } from '@jest/globals';
import { sampleRows } from '../../test/sample-directory.js';
import { bodiesFrom, directoryPath, readDirectory } from './directory-answer.js';
import { DirectoryFeed } from './directory-feed.js';

const answer = (body: unknown, status = 200): Promise<Response> => Promise.resolve(Response.json(body, { status }));
const signal = new AbortController().signal;

describe('reading the directory', () => {
  it('asks the operation that identity declares', () => {
    expect(identityApi.listDirectory.http).toBe(`GET ${directoryPath}`);
  });

  it('follows the cursor to the last page', async () => {
    const asked: URL[] = [];
    const call = ((url: string) => {
      asked.push(new URL(url));
      const half = Math.ceil(sampleRows.length / 2);
      return asked.length === 1 ? answer({ items: sampleRows.slice(0, half), next: 'abc' }) : answer({ items: sampleRows.slice(half) });
    }) as typeof fetch;
    expect(await readDirectory('http://api', signal, call)).toHaveLength(sampleRows.length);
    expect(asked.map((url) => url.searchParams.get('after'))).toEqual([null, 'abc']);
  });

  it.each([
    ['another status', () => answer({ items: sampleRows }, 503)],
    ['no items', () => answer({})],
    ['an empty list', () => answer({ items: [] })],
    ['rows it cannot show', () => answer({ items: [{ id: 1 }, { id: 'a', name: 'b', kind: 'unheard-of' }] })],
    ['no JSON', () => Promise.resolve(new Response('<html>'))],
  ])('refuses %s', async (_what, reply) => {
    await expect(readDirectory('http://api', signal, reply)).rejects.toThrow();
  });

  it('takes only the fields of the contract, so that equal directories have equal bytes', () => {
    const [body] = bodiesFrom([{ id: 'a', name: '办公室', kind: 'office', parentId: null, children: 3 }]);
    expect(body).toEqual({ id: 'a', name: '办公室', kind: 'office' });
  });
});

describe('the directory feed', () => {
  const feedOf = (call: () => Promise<Response>, warn = jest.fn()): { feed: DirectoryFeed; warn: typeof warn } => ({
    feed: new DirectoryFeed({ apiUrl: 'http://api', refreshMs: 60_000, call, warn }),
    warn,
  });

  it('keeps the last good directory while identity does not answer, and says so once', async () => {
    let alive = true;
    const { feed, warn } = feedOf(() => (alive ? answer({ items: sampleRows }) : Promise.reject(new Error('refused'))));
    await feed.start();
    const known = feed.current;
    expect(known?.bodies).toHaveLength(sampleRows.length);
    alive = false;
    await feed.refresh();
    await feed.refresh();
    feed.stop();
    expect(feed.current).toBe(known);
    expect(warn).toHaveBeenCalledTimes(1);
  });

  it('tells of a change only when the bodies changed, whatever their order', async () => {
    let rows = sampleRows;
    const { feed } = feedOf(() => answer({ items: rows }));
    const changed = jest.fn();
    feed.onChange(changed);
    await feed.start();
    rows = [...sampleRows].reverse();
    await feed.refresh();
    expect(changed).toHaveBeenCalledTimes(1);
    rows = sampleRows.slice(1);
    await feed.refresh();
    feed.stop();
    expect(changed).toHaveBeenCalledTimes(2);
  });
});
