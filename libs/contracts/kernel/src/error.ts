/** One refusal that a caller can meet. `{name}` in a text is filled from the error's parameters at the edge. */
export interface ErrorText {
  /** HTTP status of the problem details (RFC 9457). */
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 416 | 422 | 429 | 500 | 503 | 504;
  readonly zh: string;
  readonly en: string;
}
export type ErrorTable = Readonly<Record<string, ErrorText>>;

export const defineErrors = <const E extends ErrorTable>(errors: E): E => errors;

/** Refusals that every service shares. */
export const kernelErrors = defineErrors({
  'request.invalid': { status: 400, zh: '填写的内容有误，请按提示修改。', en: 'The request has invalid fields.' },
  'request.malformed': { status: 400, zh: '请求不是有效的 JSON。', en: 'The request body is not valid JSON.' },
  'request.too_large': { status: 413, zh: '提交的内容超过大小限制。', en: 'The request is too large.' },
  'request.media_type': { status: 415, zh: '不支持这种内容类型。', en: 'Unsupported media type.' },
  'request.rate_limited': { status: 429, zh: '操作过于频繁，请 {seconds} 秒后再试。', en: 'Too many requests; try again in {seconds} s.' },
  'request.csrf': { status: 403, zh: '页面已过期，请刷新后重试。', en: 'The page is out of date; reload and try again.' },
  'request.route_unknown': { status: 404, zh: '没有这个地址。', en: 'No such address.' },
  'request.method_unknown': {
    status: 405,
    zh: '这个地址不支持 {method}，可用：{allowed}。',
    en: 'This address does not take {method}; it takes {allowed}.',
  },
  'request.key_invalid': {
    status: 400,
    zh: '请求编号（Idempotency-Key）须为 8 至 100 个可见字符。',
    en: 'An Idempotency-Key has 8 to 100 visible characters.',
  },
  'list.cursor_invalid': { status: 400, zh: '翻页标记无效，请从第一页重新打开。', en: 'The page cursor is invalid.' },
  'auth.required': { status: 401, zh: '请先登录。', en: 'Sign in first.' },
  'auth.expired': { status: 401, zh: '登录已失效，请重新登录。', en: 'The session has ended; sign in again.' },
  'auth.forbidden': {
    status: 403,
    zh: '您当前的岗位没有这项权限（{needs}）。',
    en: 'Your current post does not have the permission {needs}.',
  },
  'auth.out_of_scope': { status: 403, zh: '这不在您的管辖范围内。', en: 'This is outside your data scope.' },
  'auth.step_up_required': { status: 403, zh: '这是签署类操作，请先通过二次验证。', en: 'This act signs; pass the second factor first.' },
  not_found: { status: 404, zh: '没有找到，或您无权查看。', en: 'Not found, or not yours to see.' },
  'state.move_refused': { status: 409, zh: '当前状态“{from}”不能执行这一步。', en: 'Not possible in state {from}; allowed: {allowed}.' },
  'state.version_changed': { status: 409, zh: '内容已被他人修改，请刷新后再操作。', en: 'Someone else changed it meanwhile; reload.' },
  'command.key_reused': { status: 422, zh: '同一个请求编号被用于不同的内容。', en: 'The Idempotency-Key was used with another body.' },
  'service.unavailable': {
    status: 503,
    zh: '{service}暂时不可用，请稍后再试；已提交的内容不会丢失。',
    en: 'Service {service} is unavailable; try again shortly.',
  },
  'service.overloaded': {
    status: 503,
    zh: '当前访问人数过多，请稍后再试；已提交的内容不会丢失。',
    en: 'Too much is going on right now; try again shortly.',
  },
  'service.deadline': {
    status: 504,
    zh: '处理超时。操作可能已完成，请刷新查看。',
    en: 'No answer in time; the act may have been done. Reload to see.',
  },
  internal: { status: 500, zh: '系统出错，已记录。请报编号 {trace}。', en: 'Internal error; quote {trace}.' },
});
