import { createServer, type Server, type Socket } from 'node:net';
import { Clamd, type ClamdOptions } from '../src/check/clamd.js';

/** A scanner that does what a spec wants of it, on a socket of its own. */
async function scanner(
  talk: (socket: Socket, received: () => Buffer) => void,
): Promise<{ clamd: (options?: ClamdOptions) => Clamd; server: Server }> {
  const server = createServer((socket) => {
    let received = Buffer.alloc(0);
    socket.on('data', (chunk) => (received = Buffer.concat([received, chunk]))).on('error', () => undefined);
    talk(socket, () => received);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return { server, clamd: (options) => new Clamd({ host: '127.0.0.1', port }, options) };
}
const closeEnd = Buffer.alloc(4);
const answering = (reply: string) => (socket: Socket, received: () => Buffer) =>
  socket.on('data', () => {
    if (received().subarray(-4).equals(closeEnd)) socket.end(`${reply}\0`);
  });
async function* bytes(...chunks: string[]): AsyncGenerator<Buffer> {
  for (const chunk of chunks) yield Promise.resolve(Buffer.from(chunk));
}
const short = { connectMs: 200, idleMs: 200, verdictMs: 200 };
let open: Server | undefined;
afterEach(() => void open?.close());
async function scan(
  talk: (socket: Socket, received: () => Buffer) => void,
  content = bytes('a'),
  options?: ClamdOptions,
): Promise<unknown> {
  const { server, clamd } = await scanner(talk);
  open = server;
  return clamd(options).scan(content);
}

it('sends each chunk behind its length and closes with a length of zero', async () => {
  const heard = new Promise<Buffer>((resolve) => {
    void scan(
      (socket, received) => {
        answering('stream: OK')(socket, received);
        socket.on('close', () => resolve(received()));
      },
      bytes('ab', 'cde'),
    );
  });
  expect(await heard).toEqual(Buffer.from('zINSTREAM\0\0\0\0\x02ab\0\0\0\x03cde\0\0\0\0', 'latin1'));
});

it.each([
  ['stream: OK', { is: 'clean' }],
  ['stream: Eicar-Test-Signature FOUND', { is: 'infected', virus: 'Eicar-Test-Signature' }],
  ['stream: Win.Test.EICAR_HDB-1(44d88612fea8a8f36de82e1278abb02f:68) FOUND', { is: 'infected', virus: 'Win.Test.EICAR_HDB-1' }],
  ['INSTREAM size limit exceeded. ERROR', { is: 'too_large' }],
])('understands %j', async (reply, verdict) => {
  expect(await scan(answering(reply))).toEqual(verdict);
});

it.each(["stream: Can't allocate memory ERROR", 'UNKNOWN COMMAND', '', 'stream: OK really'])(
  'takes %j for no verdict at all',
  async (reply) => {
    await expect(scan(answering(reply))).rejects.toThrow('clamd answered');
  },
);

it('takes a decision that comes before the last byte', async () => {
  const endless = (async function* () {
    for (;;) yield await Promise.resolve(Buffer.alloc(64 * 1024));
  })();
  expect(await scan((socket) => socket.once('data', () => socket.write('INSTREAM size limit exceeded. ERROR\0')), endless)).toEqual({
    is: 'too_large',
  });
});

it.each<[string, (socket: Socket) => void]>([
  ['hangs up at once', (socket) => socket.destroy()],
  ['hangs up in the middle', (socket) => socket.once('data', () => socket.end('stream: O'))],
  ['never answers', () => undefined],
  ['never stops answering', (socket) => socket.once('data', () => socket.write('x'.repeat(5000)))],
])('knows no verdict when the scanner %s', async (_, talk) => {
  await expect(scan(talk, bytes('a'), short)).rejects.toThrow('clamd');
});

it('knows no verdict when nobody listens', async () => {
  await expect(new Clamd({ path: '/nowhere/clamd.ctl' }).scan(bytes('a'))).rejects.toThrow('not reachable');
});

it('passes on a failure of the file itself, which is not the scanner’s', async () => {
  const broken = (async function* () {
    yield await Promise.resolve(Buffer.from('a'));
    throw new Error('disk');
  })();
  await expect(scan(answering('stream: OK'), broken)).rejects.toThrow('disk');
});
