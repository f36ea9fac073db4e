import { randomBytes } from 'node:crypto';

const wellFormed = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** A W3C traceparent: the one given when it is well-formed, with a new span of this process, else a new trace. */
export function traceparent(incoming?: string): string {
  const span = randomBytes(8).toString('hex');
  if (incoming && wellFormed.test(incoming)) return `${incoming.slice(0, 36)}${span}${incoming.slice(52)}`;
  return `00-${randomBytes(16).toString('hex')}-${span}-01`;
}

/** The 32 hex digits that a user can quote. */
export const traceIdOf = (parent: string): string => parent.slice(3, 35);
