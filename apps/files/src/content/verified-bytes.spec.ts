import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { blockBytes, digestsOf } from './digests.js';
import { verifiedBytes } from './verified-bytes.js';

const content = randomBytes(3 * blockBytes + 77);
const pieces = function* (bytes: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
};
const storeOf = (stored: Buffer, size = 70_001) => ({
  open: (_: string, from: number, to: number) => Promise.resolve(Readable.from(pieces(stored.subarray(from, to + 1), size))),
});
const factsOf = async () => digestsOf(Readable.from(pieces(content, 65_536)));
async function read(stored: Buffer, from?: number, to?: number): Promise<Buffer> {
  const read: Buffer[] = [];
  for await (const block of verifiedBytes(storeOf(stored), await factsOf(), from, to)) read.push(block);
  return Buffer.concat(read);
}

it('takes both digests and those of the blocks in one pass, however the bytes are cut', async () => {
  for (const size of [1000, blockBytes, 2 * blockBytes + 1]) {
    const digests = await digestsOf(Readable.from(pieces(content, size)));
    expect(digests.sha256).toBe(createHash('sha256').update(content).digest('hex'));
    expect(digests.sm3).toBe(createHash('sm3').update(content).digest('hex'));
    expect(digests.blockDigests.length).toBe(4 * 32);
    expect(digests.blockDigests.subarray(96)).toEqual(
      createHash('sha256')
        .update(content.subarray(3 * blockBytes))
        .digest(),
    );
  }
});

it('knows SM3 as GB/T 32905 appendix A.1 has it', async () => {
  const { sm3 } = await digestsOf(Readable.from([Buffer.from('abc')]));
  expect(sm3).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
});

it.each([
  [0, content.length - 1],
  [0, 0],
  [content.length - 1, content.length - 1],
  [blockBytes - 1, blockBytes],
  [blockBytes, 2 * blockBytes - 1],
  [500, 3 * blockBytes + 5],
])('reads the bytes from %d to %d', async (from, to) => {
  expect((await read(content, from, to)).equals(content.subarray(from, to + 1))).toBe(true);
});

it('hands on no byte of a block of which one bit was changed, wherever it lies', async () => {
  for (const at of [0, blockBytes - 1, 2 * blockBytes + 5, content.length - 1]) {
    const altered = Buffer.from(content);
    altered[at]! ^= 1;
    const seen: number[] = [];
    const reading = (async () => {
      for await (const block of verifiedBytes(storeOf(altered), await factsOf())) seen.push(block.length);
    })();
    await expect(reading).rejects.toThrow('damaged');
    expect(seen.length).toBe(Math.floor(at / blockBytes));
    await expect(read(altered, at, at)).rejects.toThrow('damaged');
  }
});

it('takes bytes that are missing for damage', async () => {
  await expect(read(content.subarray(0, content.length - 1))).rejects.toThrow('damaged');
  await expect(read(Buffer.alloc(0))).rejects.toThrow('damaged');
});
