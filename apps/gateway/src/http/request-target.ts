import { DomainError } from '@karez/kernel';

// eslint-disable-next-line no-control-regex -- control characters are exactly what is looked for
const ambiguous = /[\\\u0000-\u001f\u007f]|%2e|%2f|%5c|%00/i;

/**
 * Only plain paths pass. A router and the server behind a proxy may read `/a/../b`, `/a%2f..%2fb`, `//host/` or an
 * absolute address differently; what two readers can read differently, a guard can miss (nest CVE-2025-69211).
 * @throws DomainError `request.route_unknown`
 */
export function assertPlainTarget(target: string): void {
  const path = target.split('?', 1)[0]!;
  const read = decoded(path);
  const plain = path.startsWith('/') && !path.startsWith('//') && read !== undefined;
  if (!plain || ambiguous.test(path) || ambiguous.test(read)) throw new DomainError('request.route_unknown');
  if (read.split('/').some((part) => part === '..' || part === '.')) throw new DomainError('request.route_unknown');
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
