import { DomainError, newId } from '@karez/kernel';
import type { FastifyRequest } from 'fastify';
import { isIP } from 'node:net';
import { headerOf } from '../http/fastify-server.js';

/** The caller's own name for a command, or a new one. @throws DomainError `request.key_invalid` */
export function commandIdOf(request: FastifyRequest): string {
  const given = request.headers['idempotency-key'];
  if (given === undefined) return newId();
  if (typeof given !== 'string' || !/^[\x21-\x7e]{8,100}$/.test(given)) throw new DomainError('request.key_invalid');
  return given;
}

export const userAgentOf = (request: FastifyRequest): string | undefined => headerOf(request, 'user-agent')?.slice(0, 300);

/** What one subscriber has: an IPv4 address, or the /64 of an IPv6 one. */
export function addressKey(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIP(plain) !== 6) return plain;
  const [head = '', tail] = plain.split('%')[0]!.split('::') as [string, string?];
  const left = head ? head.split(':') : [];
  const right = tail ? tail.split(':') : [];
  const groups = tail === undefined ? left : [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
