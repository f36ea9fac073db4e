import { readEnvironment } from '@karez/service';
import { FilesConfig, scannerAddress } from './config.js';

const config = (variables: Record<string, string>) =>
  new FilesConfig(readEnvironment({ KAREZ_NATS_URL: 'nats://127.0.0.1', ...variables }), variables);

it('refuses unscanned files in production and serves them in development, unless told otherwise', () => {
  expect(config({}).unscanned).toBe('refuse');
  expect(config({ KAREZ_MODE: 'development' }).unscanned).toBe('allow');
  expect(config({ KAREZ_MODE: 'development', KAREZ_UNSCANNED: 'refuse' }).unscanned).toBe('refuse');
  expect(() => config({ KAREZ_UNSCANNED: 'maybe' })).toThrow('KAREZ_UNSCANNED');
});

it.each([
  [undefined, null],
  ['', null],
  ['off', null],
  ['127.0.0.1:3310', { host: '127.0.0.1', port: 3310 }],
  ['[::1]:3310', { host: '::1', port: 3310 }],
  ['clamav:3310', { host: 'clamav', port: 3310 }],
  ['/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
])('reads the scanner’s address %j', (given, address) => {
  expect(scannerAddress(given)).toEqual(address);
});

it('says which variable is wrong', () => {
  expect(() => scannerAddress('clamav')).toThrow('KAREZ_CLAMD');
  expect(() => config({ KAREZ_S3_BUCKET: 'files' })).toThrow('KAREZ_S3_ACCESS_KEY');
  expect(config({ KAREZ_UPLOAD_MAX_MB: '5' }).maxBytes).toBe(5 * 1024 * 1024);
});
