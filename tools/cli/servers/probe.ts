import { connect } from 'node:net';

/** Connects, sends `say`, and tells whether the first answer matches. Never throws. */
export function answers(port: number, pattern: RegExp, say = '', timeoutMs = 2000): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
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
