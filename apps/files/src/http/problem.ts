import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import { filesErrors } from '@karez/contracts-files';
import { type ErrorTable, kernelErrors } from '@karez/contracts-kernel';
import { DomainError } from '@karez/kernel';
import { traceIdOf } from '@karez/messaging';

const texts: ErrorTable = { ...kernelErrors, ...filesErrors };
/** The kind of refusal, the same for every refusal of its status. */
const titles: Readonly<Record<number, string>> = {
  ...{ 400: '请求有误', 401: '需要登录', 403: '没有权限', 404: '没有找到', 409: '与现状冲突', 410: '已不存在', 413: '内容过大' },
  ...{ 415: '不支持的内容类型', 416: '范围无效', 422: '无法办理', 429: '过于频繁', 500: '系统出错', 503: '暂时不可用' },
};

export interface Problem {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A refusal as problem details (RFC 9457), of the form that the gateway gives its own. Anything unforeseen is `internal` and says nothing more. */
export function problemOf(error: unknown, request: Pick<IncomingMessage, 'headers'>, trace: string): Problem {
  const { code, params } = error instanceof DomainError && error.code in texts ? error : new DomainError('internal');
  const english = /^en\b/i.test(request.headers['accept-language'] ?? '');
  const { status, zh, en } = texts[code]!;
  const traceId = traceIdOf(trace);
  const shown: Record<string, unknown> = { trace: traceId, ...params };
  const detail = (english ? en : zh).replace(/\{(\w+)\}/g, (_, name: string) => inWords(shown[name]));
  return {
    status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...(status === 503 || status === 429 ? { 'retry-after': '5' } : {}),
    },
    body: JSON.stringify({
      type: `urn:karez:problem:${code}`,
      title: english ? STATUS_CODES[status] : titles[status],
      status,
      code,
      detail,
      params,
      trace: traceId,
    }),
  };
}

const inWords = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '—');

/** Answers with a refusal; when the answer has begun already, the connection is cut so that nobody takes a part for the whole. */
export function sendProblem(response: ServerResponse, { status, headers, body }: Problem): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response
    .writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
    .end(response.req.method === 'HEAD' ? undefined : body);
}
