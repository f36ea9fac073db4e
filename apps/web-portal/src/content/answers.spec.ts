import { Refused, Unanswered } from '../api/api-client.js';
import { Answers } from './answers.js';

class Platform {
  asked = 0;
  text = '{"a":1}';
  failure: Error | undefined;
  read(): Promise<string> {
    this.asked++;
    return this.failure ? Promise.reject(this.failure) : Promise.resolve(this.text);
  }
}
let now = 0;
let platform: Platform;
const answers = (most?: number): Answers => new Answers({ client: platform, now: () => now, ...(most && { most }) });
const refusal = (status: number): Refused => new Refused({ status, code: 'x', detail: '' });
beforeEach(() => {
  now = 0;
  platform = new Platform();
});

it('asks once for all who come at the same time, and not again while the answer is fresh', async () => {
  const kept = answers();
  const [one, other] = await Promise.all([kept.get('/a'), kept.get('/a')]);
  now = 799;
  expect([one, other, await kept.get('/a')]).toEqual([one, one, one]);
  expect(platform.asked).toBe(1);
});

it('shows within a second what has changed', async () => {
  const kept = answers();
  const before = await kept.get('/a');
  platform.text = '{"a":2}';
  now = 800;
  const after = await kept.get('/a');
  expect(after?.value).toEqual({ a: 2 });
  expect(after?.digest).not.toBe(before?.digest);
});

it('stands by the last answer while nobody answers, and asks on', async () => {
  const kept = answers();
  const known = await kept.get('/a');
  platform.failure = new Unanswered('/a');
  now = 60_000;
  expect(await kept.get('/a')).toBe(known);
  expect(await kept.get('/a')).toBe(known);
  expect(platform.asked).toBe(3);
});

it('a limit is no answer: what is known stands, what is not known is not called missing', async () => {
  const kept = answers();
  const known = await kept.get('/a');
  platform.failure = refusal(429);
  now = 5_000;
  expect(await kept.get('/a')).toBe(known);
  await expect(kept.get('/b')).rejects.toThrow(Unanswered);
});

it.each([400, 404, 410, 422])('%i: there is no such thing, also when there was', async (status) => {
  const kept = answers();
  await kept.get('/a');
  platform.failure = refusal(status);
  now = 1_000;
  expect(await kept.get('/a')).toBeUndefined();
  expect(kept.size).toBe(0);
});

it('keeps the answers that were asked for last, and no more than there is room for', async () => {
  const kept = answers(2);
  for (const path of ['/a', '/b', '/c']) await kept.get(path);
  expect(kept.size).toBe(2);
  await kept.get('/c');
  expect(platform.asked).toBe(3);
});
