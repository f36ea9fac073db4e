const problem = { $ref: '#/components/responses/Problem' };
const health = {
  type: 'object',
  required: ['status', 'services'],
  properties: {
    status: { enum: ['up', 'down'] },
    services: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name', 'title', 'state'],
        properties: { name: { type: 'string' }, title: { type: 'string' }, state: { enum: ['up', 'down'] } },
      },
    },
  },
};
const state = (description: string): object => ({ description, content: { 'application/json': { schema: health } } });

/** What the gateway answers itself. */
export const ownPaths: Readonly<Record<string, Record<string, object>>> = {
  '/health': {
    get: {
      operationId: 'gateway.health',
      summary: '各服务是否正常',
      tags: ['gateway'],
      security: [],
      responses: { 200: state('全部正常'), 503: state('有服务不可用'), default: problem },
    },
  },
  '/live': {
    get: {
      ...{
        operationId: 'gateway.live',
        summary: '有变化时的提示（server-sent events）',
        tags: ['gateway'],
        security: [{ bearer: [] }, { cookie: [] }],
      },
      responses: {
        200: {
          description: '事件 hint：{subject, aggregate, aggregateId, sequence, occurredAt}',
          content: { 'text/event-stream': { schema: { type: 'string' } } },
        },
        default: problem,
      },
    },
  },
};
