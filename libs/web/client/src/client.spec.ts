import { command, defineApi, Empty, query } from '@karez/contracts-kernel';
import { createClient } from './client.js';
import { ProblemError } from './problem-error.js';

class ListThings {
  q?: string;
  kinds?: string[];
  limit?: number;
}
class OneThing {
  thingId!: string;
}
class RenameThing extends OneThing {
  name!: string;
}
class Thing {
  id!: string;
}
const v = { version: 1, needs: 'signed-in' } as const;
const api = defineApi('demo', {
  listThings: query({ ...v, http: 'GET /demo/things', request: ListThings, response: Thing, summary: '列出' }),
  getThing: query({ ...v, http: 'GET /demo/things/:thingId', request: OneThing, response: Thing, summary: '取一个' }),
  renameThing: command({ ...v, http: 'POST /demo/things/:thingId/rename', request: RenameThing, response: Thing, summary: '改名' }),
  dropThing: command({ ...v, http: 'DELETE /demo/things/:thingId', request: OneThing, response: Empty, status: 204, summary: '删除' }),
  signIn: command({ ...v, needs: 'anyone', http: 'POST /demo/sessions', request: Empty, response: Empty, summary: '登录' }),
  internalOnly: query({ ...v, request: Empty, response: Empty, summary: '仅总线' }),
});

interface Sent {
  url: string;
  method: string;
  headers: Record<string, string>;
  body?: string;
}
type Answer = (sent: Sent) => Response | Promise<Response>;
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
const problem = (status: number, code: string, more: object = {}) =>
  json({ type: 'about:blank', title: '', status, code, detail: `因为 ${code}`, ...more }, status);

function clientWith(answer: Answer, cookies = 'a=1; karez_csrf=tok%2Bn') {
  const sent: Sent[] = [];
  const ended: number[] = [];
  const client = createClient(
    { demo: api },
    {
      cookies: () => cookies,
      onSessionEnded: () => ended.push(1),
      fetch: async (input, init) => {
        init?.signal?.throwIfAborted();
        const one = {
          url: input as string,
          method: init!.method!,
          headers: init!.headers as Record<string, string>,
          body: init!.body as string | undefined,
        };
        sent.push(one);
        return answer(one);
      },
    },
  );
  return { demo: client.demo, sent, ended };
}
async function refused(promise: Promise<unknown>): Promise<ProblemError> {
  const [result] = await Promise.allSettled([promise]);
  if (result.status === 'fulfilled') throw new Error('was not refused');
  return result.reason as ProblemError;
}

describe('a call', () => {
  it('puts the rest of a GET into the query, lists repeated, empty fields left out', async () => {
    const { demo, sent } = clientWith(() => json({ id: '1' }));
    await demo.listThings({ q: '策勒 县', kinds: ['a', 'b'], limit: undefined });
    expect(sent[0]).toMatchObject({ url: '/api/demo/things?q=%E7%AD%96%E5%8B%92+%E5%8E%BF&kinds=a&kinds=b', method: 'GET' });
    expect(sent[0]!.body).toBeUndefined();
    expect(sent[0]!.headers['idempotency-key']).toBeUndefined();
  });

  it('puts path parameters into the path, encoded, and never into the body', async () => {
    const { demo, sent } = clientWith(() => json({ id: '1' }));
    await demo.renameThing({ thingId: 'a/b', name: '新名' });
    expect(sent[0]).toMatchObject({ url: '/api/demo/things/a%2Fb/rename', method: 'POST', body: '{"name":"新名"}' });
  });

  it('says that it is a browser and proves that the page is ours', async () => {
    const { demo, sent } = clientWith(() => json({}));
    await demo.signIn();
    expect(sent[0]!.headers).toMatchObject({ 'x-karez-client': 'browser', 'x-csrf-token': 'tok+n', 'content-type': 'application/json' });
    expect(sent[0]!.body).toBe('{}');
  });

  it('answers an empty object for 204 and has no method for what is only on the bus', async () => {
    const { demo } = clientWith(() => new Response(null, { status: 204 }));
    await expect(demo.dropThing({ thingId: '1' })).resolves.toEqual({});
    expect('internalOnly' in demo).toBe(false);
  });

  it('refuses to be built without its path parameter', () => {
    const { demo } = clientWith(() => json({}));
    expect(() => demo.getThing({} as OneThing)).toThrow('thingId');
  });

  it('ends by its signal with the reason of the signal, not with a problem', async () => {
    const { demo } = clientWith(() => json({}));
    const error = await refused(demo.listThings({}, { signal: AbortSignal.abort(new Error('left')) }));
    expect(error.message).toBe('left');
  });
});

describe('a refusal', () => {
  it('carries code, words, parameters, evidence and field errors', async () => {
    const { demo } = clientWith(() =>
      problem(409, 'demo.taken', {
        trace: 'abc',
        params: { name: '甲' },
        evidence: { by: '乙' },
        errors: [{ field: 'name', detail: '已有' }],
      }),
    );
    const error = await refused(demo.renameThing({ thingId: '1', name: '甲' }));
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({
      status: 409,
      code: 'demo.taken',
      detail: '因为 demo.taken',
      trace: 'abc',
      params: { name: '甲' },
      evidence: { by: '乙' },
      errors: [{ field: 'name', detail: '已有' }],
      inDoubt: false,
    });
  });

  it('is a problem too when the answer is no JSON or there is no answer', async () => {
    const html = clientWith(() => new Response('<html>', { status: 502, headers: { 'retry-after': '7' } }));
    expect(await refused(html.demo.listThings())).toMatchObject({ status: 502, code: 'network.not_json', retryAfter: 7, inDoubt: true });
    const dead = clientWith(() => Promise.reject(new TypeError('fetch failed')));
    expect(await refused(dead.demo.listThings())).toMatchObject({ status: 0, code: 'network.offline', inDoubt: true });
  });
});

describe('Idempotency-Key', () => {
  const key = (sent: Sent) => sent.headers['idempotency-key'];

  it('is a UUIDv7, and another one for every act', async () => {
    const { demo, sent } = clientWith(() => json({}));
    await demo.dropThing({ thingId: '1' });
    await demo.dropThing({ thingId: '1' });
    expect(key(sent[0]!)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/);
    expect(key(sent[1]!)).not.toBe(key(sent[0]!));
  });

  it('stays the same while the same act is in doubt, until a definite answer', async () => {
    let tries = 0;
    const { demo, sent } = clientWith(() =>
      ++tries === 1 ? Promise.reject(new TypeError('cut')) : tries === 2 ? problem(503, 'service.unavailable') : json({}),
    );
    const rename = { thingId: '1', name: '甲' };
    await refused(demo.renameThing(rename));
    await refused(demo.renameThing({ ...rename }));
    await demo.renameThing({ ...rename, name: '乙' });
    await demo.renameThing(rename);
    await demo.renameThing(rename);
    const [first, second, other, third, next] = sent.map(key);
    expect([second, third]).toEqual([first, first]);
    expect(other).not.toBe(first);
    expect(next).not.toBe(first);
  });

  it('is given up after a definite refusal', async () => {
    const { demo, sent } = clientWith(() => problem(409, 'demo.taken'));
    await refused(demo.dropThing({ thingId: '1' }));
    await refused(demo.dropThing({ thingId: '1' }));
    expect(key(sent[1]!)).not.toBe(key(sent[0]!));
  });
});

describe('an expired session', () => {
  it('is renewed once for all calls that meet it together, each then tried once more with its own key', async () => {
    let renewed = false;
    const { demo, sent } = clientWith(async ({ url }) => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (!url.endsWith('/refresh')) return renewed ? json({ id: '1' }) : problem(401, 'auth.expired');
      renewed = true;
      return json({});
    });
    await Promise.all([demo.listThings(), demo.getThing({ thingId: '1' }), demo.dropThing({ thingId: '1' })]);
    expect(sent.filter(({ url }) => url.endsWith('/identity/sessions/refresh'))).toHaveLength(1);
    const drops = sent.filter(({ method }) => method === 'DELETE');
    expect(drops).toHaveLength(2);
    expect(drops[0]!.headers['idempotency-key']).toBe(drops[1]!.headers['idempotency-key']);
  });

  it('that cannot be renewed is told once, and the call is refused as it was', async () => {
    const { demo, sent, ended } = clientWith(() => problem(401, 'auth.expired'));
    expect(await refused(demo.listThings())).toMatchObject({ code: 'auth.expired' });
    expect(ended).toHaveLength(1);
    expect(sent).toHaveLength(2);
  });

  it('signs nobody out when identity is only down', async () => {
    const { demo, ended } = clientWith(({ url }) =>
      url.endsWith('/refresh') ? problem(503, 'service.unavailable') : problem(401, 'auth.expired'),
    );
    expect(await refused(demo.listThings())).toMatchObject({ code: 'auth.expired' });
    expect(ended).toHaveLength(0);
  });

  it('whose access cookie is gone by age is renewed too, but nobody who never signed in is', async () => {
    const answers = ({ url }: Sent) => (url.endsWith('/refresh') ? json({}) : problem(401, 'auth.required'));
    const signedIn = clientWith(answers);
    await refused(signedIn.demo.listThings());
    expect(signedIn.sent.map(({ url }) => url)).toEqual(['/api/demo/things', '/api/identity/sessions/refresh', '/api/demo/things']);
    const stranger = clientWith(answers, '');
    await refused(stranger.demo.listThings());
    expect(stranger.sent).toHaveLength(1);
  });

  it('is not renewed for a wrong password', async () => {
    const { demo, sent } = clientWith(() => problem(401, 'identity.session.wrong_credentials'));
    await refused(demo.signIn());
    expect(sent).toHaveLength(1);
  });
});
