import type { FastifyReply, FastifyRequest } from 'fastify';
import { refusalOf } from '../problem/refusal-of.js';

const pages: Readonly<Record<number, readonly [zh: string, en: string]>> = {
  404: ['没有这个页面。请检查地址，或返回首页。', 'There is no such page. Check the address, or go to the start page.'],
  405: ['这个地址只能打开，不能提交。', 'This address can be opened only.'],
  413: [
    '提交的内容太大，没有收下。请返回上一页，缩短以后再提交。',
    'What was sent is too large and was not taken. Go back, shorten it and send it again.',
  ],
  415: ['这个地址只收表单，没有收下。', 'This address takes forms only; nothing was taken.'],
  503: [
    '页面暂时打不开，请稍后再试；已提交的内容不会丢失。',
    'The page cannot be shown right now. Try again shortly; nothing that was submitted is lost.',
  ],
};
const statuses: Readonly<Record<string, number>> = {
  ...{ 'request.route_unknown': 404, 'request.method_unknown': 405, 'request.too_large': 413, 'request.media_type': 415 },
};

/** A plain page that needs nothing else to be shown: what happened and what is next. */
export function unavailablePage(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  if (reply.sent) return;
  const { code, params } = refusalOf(error);
  const status = statuses[code] ?? 503;
  const [zh, en] = pages[status]!;
  if (status === 503) void reply.header('retry-after', '5');
  if (status === 405) void reply.header('allow', String(params.allowed));
  void reply
    .status(status)
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
    .send(request.method === 'HEAD' ? undefined : page(zh, en));
}

const page = (zh: string, en: string): string => `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${zh.split('。')[0]}</title>
<style>body { max-width: 34em; margin: 20vh auto; padding: 0 1.5em; font: 1.05em/1.8 system-ui, sans-serif; color: #1f2a33 } p + p { color: #5b6b78 }</style>
<p>${zh}</p>
<p lang="en">${en}</p>
<p><a href="/">首页</a></p>
</html>
`;
