import type { Schema } from './schemas.js';

/** The form of every refusal (RFC 9457). */
export const problemSchema: Schema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'params', 'trace'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: '程序按它判断' },
    detail: { type: 'string', description: '给人看的说明，语言按 Accept-Language' },
    params: { type: 'object' },
    evidence: { type: 'object', description: '抢先一步的事实' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'code', 'detail'],
        properties: { field: { type: 'string' }, code: { type: 'string' }, detail: { type: 'string' } },
      },
    },
    trace: { type: 'string', pattern: '^[0-9a-f]{32}$' },
  },
};
