import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

const tokenCookie = 'karez-form';
const receiptCookie = 'karez-receipt';
const fourHours = 4 * 3600;
const tenMinutes = 600;
const tokenPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function cookieOf(request: FastifyRequest, name: string): string | undefined {
  const pair = (request.headers.cookie ?? '').split(';').map((each) => each.trim()).find((each) => each.startsWith(`${name}=`)); // prettier-ignore
  return pair?.slice(name.length + 1);
}
const cookie = (name: string, value: string, seconds: number, secure: boolean): string =>
  `${name}=${value}; Path=/; Max-Age=${seconds}; SameSite=Strict; HttpOnly${secure ? '; Secure' : ''}`;

/**
 * One token for a visitor's form: in a cookie that other sites cannot send, and in the form. Equal, the form came from here (a double-submit
 * token); and as the key of the act it makes one letter of two clicks.
 */
export class FormTokens {
  constructor(private readonly secure: boolean) {}

  /** The visitor's token, new where there is none. */
  give(request: FastifyRequest, reply: FastifyReply): string {
    const known = cookieOf(request, tokenCookie);
    return this.#set(reply, known && tokenPattern.test(known) ? known : randomUUID());
  }

  /** Another token: what is sent next is another act. */
  renew(reply: FastifyReply): string {
    return this.#set(reply, randomUUID());
  }

  #set(reply: FastifyReply, token: string): string {
    reply.header('set-cookie', cookie(tokenCookie, token, fourHours, this.secure));
    return token;
  }

  isOwn(request: FastifyRequest, token: string | undefined): boolean {
    return token !== undefined && tokenPattern.test(token) && token === cookieOf(request, tokenCookie);
  }

  /** The act is done: the next form is another act. What is shown of it once travels with the visitor, not in an address. */
  done(reply: FastifyReply, receipt?: object): FastifyReply {
    const over = cookie(tokenCookie, '', 0, this.secure);
    const kept = receipt && cookie(receiptCookie, Buffer.from(JSON.stringify(receipt)).toString('base64url'), tenMinutes, this.secure);
    return reply.header('set-cookie', kept ? [over, kept] : over);
  }

  receipt<T>(request: FastifyRequest): T | undefined {
    try {
      return JSON.parse(Buffer.from(cookieOf(request, receiptCookie) ?? '', 'base64url').toString()) as T;
    } catch {
      return undefined;
    }
  }
}
