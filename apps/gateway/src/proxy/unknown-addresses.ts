import { DomainError } from '@karez/kernel';
import type { FastifyInstance } from 'fastify';
import type { ProblemSender } from '../problem/problem-sender.js';
import type { KnownPaths } from '../routes/known-paths.js';

/** Everything below /api that no route takes: 405 where another method is taken, 404 elsewhere. */
export function unknownAddresses(known: KnownPaths, problems: ProblemSender) {
  return async (fastify: FastifyInstance): Promise<void> => {
    fastify.setErrorHandler((error, request, reply) => problems.send(error, request, reply));
    // what was sent there is of no interest
    fastify.removeAllContentTypeParsers();
    fastify.addContentTypeParser('*', (_request, _body, done) => done(null));
    const refuse = async ({ method, url }: { method: string; url: string }): Promise<never> => {
      const allowed = known.methodsAt(url.split('?', 1)[0]!);
      if (allowed.length) throw new DomainError('request.method_unknown', { method, allowed: allowed.join(', ') });
      throw new DomainError('request.route_unknown');
    };
    fastify.all('/api', refuse);
    fastify.all('/api/*', refuse);
  };
}
