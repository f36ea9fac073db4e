import type { Finding } from './procedure.js';

/** Makes one finding; an error unless said otherwise. */
export const fault = (
  code: string,
  at: string,
  params: Readonly<Record<string, unknown>> = {},
  severity: Finding['severity'] = 'error',
): Finding => ({ code: `workflow.check.${code}`, at, params: { at, ...params }, severity });
