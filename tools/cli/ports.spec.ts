import { choosePort } from './ports.ts';

const free = (): Promise<boolean> => Promise.resolve(true);

describe('choosePort', () => {
  it('keeps the remembered port while it is free', async () => {
    expect(await choosePort(21_000, new Set(), free)).toBe(21_000);
  });

  it('takes another when a program has the remembered one', async () => {
    expect(
      await choosePort(
        21_000,
        new Set(),
        async (port) => port !== 21_000,
        () => 0.5,
      ),
    ).toBe(26_000);
  });

  it('never gives one port to two servers of an instance', async () => {
    const draws = [0, 0, 0.25];
    expect(await choosePort(undefined, new Set([20_000]), free, () => draws.shift() ?? 0.9)).toBe(23_000);
  });

  it('gives up with a sentence when nothing is free', async () => {
    await expect(choosePort(undefined, new Set(), async () => false)).rejects.toThrow('no free port between 20000 and 32000');
  });
});
