import { ownPortal } from '../../../test/web/portal-under-test.js';
import { until } from './until.js';

describe('a portal that is told to stop', () => {
  it('answers every request that it took, takes no more, and ends in time', async () => {
    const portal = await ownPortal();
    let stopping = false;
    let answered = 0;
    const broken: string[] = [];
    const read = async (): Promise<void> => {
      let cut = false;
      while (broken.length < 10) {
        try {
          const reply = await fetch(`${portal.origin}/search?q=${encodeURIComponent('水')}`);
          const text = await reply.text();
          if (reply.status === 200 && text.endsWith('</html>')) answered++;
          else broken.push(`${reply.status}, ${text.length} characters`);
        } catch (error) {
          const { code } = (error as { cause?: { code?: string } }).cause ?? {};
          // one that was not taken any more may be cut; then nobody listens, and the next try says so
          if (code === 'ECONNREFUSED' && stopping) return;
          if (!stopping || cut) broken.push(String(code ?? error));
          cut = true;
        }
      }
    };
    try {
      const readers = Array.from({ length: 10 }, read);
      await until(() => Promise.resolve(answered > 20), 30_000);
      const ended = new Promise<number | null>((resolve) => portal.process.once('exit', resolve));
      const since = Date.now();
      stopping = true;
      portal.process.kill('SIGTERM');
      expect(await ended).toBe(0);
      // what is not done in ten seconds is cut
      expect(Date.now() - since).toBeLessThan(10_000);
      await Promise.all(readers);
    } finally {
      await portal.stop();
    }
    expect(broken).toEqual([]);
    expect(answered).toBeGreaterThan(20);
  }, 60_000);
});
