import { BlockList, isIP } from 'node:net';

/** IPv4 addresses that are not of one machine on the public network (IANA special-purpose registry, RFC 6890). */
const special = new BlockList();
for (const [network, bits] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ] as const),
  ...([
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
  ] as const),
  ...([
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ] as const),
])
  special.addSubnet(network, bits, 'ipv4');

/** IPv6: global unicast only, without what carries an IPv4 address within (Teredo, 6to4) and documentation. */
const global = new BlockList();
global.addSubnet('2000::', 3, 'ipv6');
const carrying = new BlockList();
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  carrying.addSubnet(network, bits, 'ipv6');

export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !special.check(address, 'ipv4');
  return family === 6 && global.check(address, 'ipv6') && !carrying.check(address, 'ipv6');
}

/** The host of an address as one connects to it: IPv6 without its brackets. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1');

/** Whether operations let this host be reached whatever it resolves to: listed as `host`, or with this port as `host:port`. */
export function isListed(url: URL, listed: readonly string[]): boolean {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return listed.includes(url.hostname) || listed.includes(`${url.hostname}:${port}`);
}

/** What can be said before the name is resolved: a listed host, or https without credentials in the address. */
export const isAcceptable = (url: URL, listed: readonly string[]): boolean =>
  !url.username && !url.password && (isListed(url, listed) ? /^https?:$/.test(url.protocol) : url.protocol === 'https:');
