import { connect } from 'node:net';

/** Connects to a port of this machine or to a socket's path, sends `say`, and tells whether the first answer matches. Never throws. */
export function answers(at: number | string, pattern: RegExp, say = '', timeoutMs = 2000): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = typeof at === 'number' ? connect({ port: at, host: '127.0.0.1' }) : connect(at);
    const done = (result: boolean): void => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(timeoutMs, () => done(false));
    socket.once('error', () => done(false));
    socket.once('close', () => done(false));
    socket.once('data', (chunk) => done(pattern.test(chunk.toString('latin1'))));
    if (say) socket.write(say);
  });
}
