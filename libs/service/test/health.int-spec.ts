import { Health, Metrics } from '@karez/service';

it('is live while it starts and drains, ready only when started and its own checks pass', async () => {
  const health = new Health(new Metrics('well').registry);
  let broken = false;
  health.add('database', () => (broken ? Promise.reject(new Error('no connection')) : Promise.resolve()));
  const base = `http://127.0.0.1:${await health.listen(0, '127.0.0.1')}`;
  const status = async (path: string): Promise<number> => (await fetch(base + path)).status;
  const probes = (): Promise<number[]> => Promise.all(['/health/live', '/health/startup', '/health/ready'].map(status));
  expect(await probes()).toEqual([200, 503, 503]);
  health.started();
  expect(await probes()).toEqual([200, 200, 200]);
  broken = true;
  expect(await (await fetch(`${base}/health/ready`)).json()).toEqual({ status: 'not ready', failing: { database: 'no connection' } });
  expect(await status('/health/live')).toBe(200);
  broken = false;
  health.draining();
  expect(await status('/health/ready')).toBe(503);
  expect(await (await fetch(`${base}/metrics`)).text()).toContain('karez_operation_seconds');
  health.close();
});
