import { flagsOf, portFrom, startOptions } from './options.ts';

it('refuses a flag that it does not know and names those it does', () => {
  expect(() => flagsOf(['--detatch'], ['--detach', '--no-demo'])).toThrow('unknown option --detatch. Options: --detach --no-demo');
});

it('reads the port, and refuses what is none with the command that mends it', () => {
  expect(portFrom(undefined)).toBe(3000);
  expect(portFrom('8080')).toBe(8080);
  for (const wrong of ['', '0', '65536', '80a', '-1']) expect(() => portFrom(wrong)).toThrow('KAREZ_PORT=3000 npm start');
});

it('fills in the demonstration unless told not to', () => {
  expect(startOptions(new Set(), { KAREZ_HOME: '/tmp/a' })).toMatchObject({ port: 3000, demonstration: true, throwAway: false });
  expect(startOptions(new Set(['--no-demo']), {}).demonstration).toBe(false);
});
