import helmet from 'helmet';
import type { IncomingMessage, ServerResponse } from 'node:http';

type Directives = Record<string, string[]>;
type Middleware = (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void;

const nothing: Directives = { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"] };
/** Swagger UI carries its own style elements; scripts come from this origin only. */
const documentation: Directives = {
  ...nothing,
  ...{
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    fontSrc: ["'self'"],
  },
};

/**
 * Sets the security headers by what is served: an operation's answer may load nothing, the documentation page only from
 * here. A web app and a service's own stretch bring their own policy; the rest of the headers holds for them too.
 */
export function securityHeaders(https: boolean): (route: string, request: IncomingMessage, response: ServerResponse) => void {
  const middleware = (directives: Directives | false): Middleware =>
    helmet({
      contentSecurityPolicy: directives && { useDefaults: false, directives },
      strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
      referrerPolicy: { policy: 'same-origin' },
      frameguard: { action: directives ? 'deny' : 'sameorigin' },
    });
  const forOperations = middleware(nothing);
  const forDocumentation = middleware(documentation);
  const forPages = middleware(false);
  return (route, request, response) => {
    const set = !/^\/api(\/|$)/.test(route) ? forPages : /^\/api\/docs(\/|$)/.test(route) ? forDocumentation : forOperations;
    set(request, response, (error) => {
      if (error) throw error instanceof Error ? error : new Error('security headers could not be set');
    });
  };
}
