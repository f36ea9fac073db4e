import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { Log } from '@karez/service';
import { traceIdOf } from '@karez/messaging';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from './language.js';
import type { Problems } from './problem.js';
import { refusalOf } from './refusal-of.js';

/** Seconds after which trying again is worth it, when the refusal names none. */
const retryAfter: Readonly<Record<number, number>> = { 429: 5, 503: 2 };

/** The one place where a failure becomes an answer: as Nest's filter, and as Fastify's error handler where Nest is not entered. */
@Catch()
export class ProblemSender implements ExceptionFilter {
  constructor(
    private readonly problems: Problems,
    private readonly log: Log,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.send(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  send(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const refusal = refusalOf(error);
    const problem = this.problems.of(refusal, languageOf(request.headers['accept-language']), traceIdOf(request.trace));
    // a deadline or a service that is down heals itself; only what nobody foresaw wakes someone
    if (refusal.code === 'internal' && refusal !== error)
      this.log.error({ err: error, trace: problem.trace }, 'a request failed unexpectedly');
    if (reply.sent) return;
    const { seconds } = refusal.params;
    const wait = typeof seconds === 'number' ? seconds : retryAfter[problem.status];
    if (wait !== undefined && problem.status in retryAfter) reply.header('retry-after', String(wait));
    if (problem.status === 401) reply.header('www-authenticate', 'Bearer realm="karez"');
    if (problem.status === 405) reply.header('allow', String(refusal.params.allowed));
    reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-language', languageOf(request.headers['accept-language']))
      .header('vary', 'Accept-Language')
      .send(JSON.stringify(problem));
  }
}
