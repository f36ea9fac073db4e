import { isAcceptable, isListed, isPublicAddress } from './webhook-address.policy.js';

it.each(['8.8.8.8', '110.76.19.3', '172.32.0.1', '2400:3200::1'])('%s is a public address', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

it.each([
  ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1'],
  ...['255.255.255.255', '::1', '::', '::ffff:127.0.0.1', '::ffff:8.8.8.8', 'fe80::1', 'fd00::1', '2002:7f00:1::', '64:ff9b::7f00:1', 'oa'],
])('%s is none', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

it('a host is listed by its name, or by its name and port', () => {
  const listed = ['oa.county.example', '10.20.0.5:8443'];
  expect(isListed(new URL('http://oa.county.example:8080/in'), listed)).toBe(true);
  expect(isListed(new URL('https://10.20.0.5:8443/'), listed)).toBe(true);
  expect(isListed(new URL('https://10.20.0.5/'), listed)).toBe(false);
  expect(isListed(new URL('https://evil.oa.county.example/'), listed)).toBe(false);
});

it.each([
  ['https://oa.example/in', true],
  ['http://oa.example/in', false],
  ['https://name:word@oa.example/in', false],
  ['http://oa.county.example/in', true],
  ['http://name:word@oa.county.example/in', false],
])('%s is acceptable: %s', (url, acceptable) => {
  expect(isAcceptable(new URL(url), ['oa.county.example'])).toBe(acceptable);
});
