import { connect, type Socket } from 'node:net';
import type { ScannerAddress } from '../config.js';

/** What the scanner said of one file. */
export type Verdict = { readonly is: 'clean' } | { readonly is: 'infected'; readonly virus: string } | { readonly is: 'too_large' };

export interface ClamdOptions {
  readonly connectMs: number;
  /** Longest time in which not a byte moves while the file is sent. */
  readonly idleMs: number;
  /** Longest time from the last byte to the verdict: archives take their time. */
  readonly verdictMs: number;
}
const defaults: ClamdOptions = { connectMs: 3_000, idleMs: 30_000, verdictMs: 300_000 };
/** clamd's replies are one line; anything longer is not clamd. */
const maxReplyBytes = 4096;

/** The scanner is not there, or did not answer sensibly. Files wait until it does. */
export class ScannerUnavailable extends Error {}

/** A client of ClamAV's daemon: PING, VERSION and INSTREAM (clamd(8)), streamed with back-pressure, in constant memory. */
export class Clamd {
  constructor(
    private readonly address: ScannerAddress,
    private readonly options: ClamdOptions = defaults,
  ) {}

  /** @throws ScannerUnavailable */
  async scan(bytes: AsyncIterable<Buffer>): Promise<Verdict> {
    const reply = await this.#converse('zINSTREAM\0', bytes);
    if (reply === 'stream: OK') return { is: 'clean' };
    const virus = /^stream: (?<virus>[^\s(]+)(\([^)]*\))? FOUND$/.exec(reply)?.groups?.virus;
    if (virus) return { is: 'infected', virus };
    if (/size limit exceeded/i.test(reply)) return { is: 'too_large' };
    throw new ScannerUnavailable(`clamd answered: ${reply.slice(0, 200)}`);
  }

  /** Program and signatures: `ClamAV 1.4.6/27456/Mon Nov …`. @throws ScannerUnavailable */
  version(): Promise<string> {
    return this.#converse('zVERSION\0');
  }

  async #converse(command: string, bytes?: AsyncIterable<Buffer>): Promise<string> {
    const socket = connect(this.address);
    const answer = replyOf(socket);
    // it is awaited at the end; a failure that comes sooner must not count as unhandled
    answer.catch(() => undefined);
    try {
      socket.setTimeout(this.options.connectMs);
      await Promise.race([new Promise((resolve) => socket.once('connect', resolve)), answer]);
      socket.setTimeout(this.options.idleMs);
      socket.write(command);
      if (bytes) await sendChunks(socket, bytes);
      socket.setTimeout(this.options.verdictMs);
      return await answer;
    } finally {
      socket.destroy();
    }
  }
}

/** The reply up to its closing zero. */
function replyOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let reply = Buffer.alloc(0);
    const fail = (why: string, cause?: Error): void => {
      socket.destroy();
      reject(new ScannerUnavailable(why, { cause }));
    };
    socket.on('data', (chunk: Buffer) => {
      reply = Buffer.concat([reply, chunk]);
      const end = reply.indexOf(0);
      if (end >= 0) resolve(reply.toString('utf8', 0, end));
      else if (reply.length > maxReplyBytes) fail('clamd answered without end');
    });
    socket.once('timeout', () => fail('clamd did not answer in time'));
    socket.once('error', (error) => fail('clamd is not reachable', error));
    socket.once('close', () => fail('clamd closed the connection without an answer'));
  });
}

/** Each chunk after its length, a length of zero at the end. Stops when clamd has decided before the end. */
async function sendChunks(socket: Socket, bytes: AsyncIterable<Buffer>): Promise<void> {
  let decided = false;
  socket.once('data', () => (decided = true));
  for await (const chunk of bytes) {
    // a decision that has come is read before anything more is written: writing to a scanner that hung up would lose it
    await new Promise(setImmediate);
    if (decided || socket.destroyed) return;
    socket.write(lengthOf(chunk));
    if (!socket.write(chunk)) await flushed(socket);
  }
  socket.write(lengthOf(Buffer.alloc(0)));
}

function lengthOf(chunk: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(chunk.length);
  return length;
}

function flushed(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const over = (): void => {
      for (const event of ['drain', 'data', 'close']) socket.off(event, over);
      resolve();
    };
    for (const event of ['drain', 'data', 'close']) socket.once(event, over);
  });
}
