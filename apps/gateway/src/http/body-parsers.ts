import type { FastifyInstance, FastifyRequest } from 'fastify';

/** JSON and forms up to 256 KB; anything larger is a file and goes by its service's own stretch. */
export const bodyLimit = 256 * 1024;

/** JSON for all operations. A form is parsed too, for the one operation whose standard asks for it; the guard refuses it elsewhere. */
export function useBodyParsers(fastify: FastifyInstance): void {
  const json = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser<string>('application/json', { parseAs: 'string', bodyLimit }, (request: FastifyRequest, text, done) => {
    // a DELETE may announce JSON and send none
    if (text === '') done(null, undefined);
    else void json(request, text, done);
  });
  fastify.addContentTypeParser<string>('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit }, (_request, text, done) => {
    done(null, Object.fromEntries(new URLSearchParams(text)));
  });
}
