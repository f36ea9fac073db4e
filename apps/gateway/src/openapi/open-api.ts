import { type AnyOperation, type Contract, kernelErrors, type Permissions, type Upstream } from '@karez/contracts-kernel';
import { mounted } from '../routes/contract-routes.js';
import { ownPaths } from './own-paths.js';
import { problemSchema } from './problem-schema.js';
import { type Schema, Schemas } from './schemas.js';

export interface OpenApi {
  readonly openapi: '3.1.0';
  readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>>; readonly [part: string]: object };
  readonly [part: string]: unknown;
}

/** The whole edge as OpenAPI 3.1, from the contracts alone. */
export function openApi(contracts: readonly Contract[]): OpenApi {
  const schemas = new Schemas();
  const permissions = Object.assign({}, ...contracts.map((contract) => contract.permissions)) as Permissions;
  const paths: Record<string, Record<string, object>> = {};
  for (const { service, api, upstreams = [] } of contracts) {
    for (const [name, operation] of mounted(api)) {
      const [verb, path] = operation.http.split(' ') as [string, string];
      (paths[path.replace(/:(\w+)/g, '{$1}')] ??= {})[verb.toLowerCase()] = operationObject(
        `${service}.${name}`,
        operation,
        schemas,
        permissions,
      );
    }
    for (const upstream of upstreams) Object.assign((paths[`${upstream.path}/{path}`] ??= {}), upstreamItem(service, upstream));
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Karez 坎儿井',
      version: '1',
      description: '水利政务平台的全部对外操作。每个操作的错误都是 application/problem+json（RFC 9457）。',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api' }],
    tags: [...contracts.map(({ service, title }) => ({ name: service, description: title })), { name: 'gateway', description: '网关' }],
    paths: { ...paths, ...ownPaths },
    components: {
      schemas: { ...schemas.components, Problem: problemSchema },
      responses: {
        Problem: {
          description: '未办理：原因和下一步见 detail',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: '程序：POST /identity/sessions 得到的 accessToken' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'karez_access', description: '浏览器：登录时带 X-Karez-Client: browser' },
        csrf: { type: 'apiKey', in: 'header', name: 'X-CSRF-Token', description: '浏览器写操作：cookie karez_csrf 的值' },
      },
    },
  };
}

function operationObject(
  operationId: string,
  operation: AnyOperation & { http: string },
  schemas: Schemas,
  permissions: Permissions,
): object {
  const [verb, path] = operation.http.split(' ') as [string, string];
  const { properties = {}, required = [] } = schemas.of(operation.request);
  const inPath = new Set([...path.matchAll(/:(\w+)/g)].map(([, name]) => name!));
  const rest = Object.keys(properties).filter((name) => !inPath.has(name));
  const inQuery = verb === 'GET' || verb === 'DELETE';
  const parameter = (name: string, where: 'path' | 'query') => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: properties[name],
  });
  const parameters = [
    ...[...inPath].map((name) => parameter(name, 'path')),
    ...(inQuery ? rest.map((name) => parameter(name, 'query')) : []),
    ...(operation.kind === 'cmd' ? [idempotencyKey] : []),
  ];
  return {
    operationId,
    summary: operation.summary,
    description: descriptionOf(operation, permissions),
    tags: [operation.service],
    ...(parameters.length ? { parameters } : {}),
    ...(!inQuery && rest.length ? { requestBody: bodyOf(operation, rest, inPath.size > 0, schemas) } : {}),
    responses: { [operation.status]: answerOf(operation, schemas), default: problem },
    security: securityOf(operation.needs, operation.kind === 'cmd'),
  };
}

const problem = { $ref: '#/components/responses/Problem' };
const idempotencyKey = {
  ...{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', minLength: 8, maxLength: 100 } },
  description: '同一编号只办理一次，重复提交得到同样的答复',
};

function bodyOf({ request }: AnyOperation, rest: readonly string[], partOnly: boolean, schemas: Schemas): object {
  const { properties = {}, required = [] } = schemas.of(request);
  const needed = required.filter((name) => rest.includes(name));
  const part = {
    type: 'object',
    properties: Object.fromEntries(rest.map((name) => [name, properties[name]])),
    ...(needed.length ? { required: needed } : {}),
    additionalProperties: false,
  };
  return { required: needed.length > 0, content: { 'application/json': { schema: partOnly ? part : schemas.reference(request) } } };
}

function answerOf({ status, response, summary }: AnyOperation, schemas: Schemas): object {
  if (status === 204) return { description: summary };
  return { description: summary, content: { 'application/json': { schema: schemas.reference(response) } } };
}

const securityOf = (needs: string, changing: boolean): object[] =>
  needs === 'anyone' ? [] : [{ bearer: [] }, { cookie: [], ...(changing ? { csrf: [] } : {}) }];

const whoMay: Readonly<Record<string, string>> = {
  anyone: '任何人可用',
  'signed-in': '登录后可用',
  staff: '工作人员可用',
  applicant: '申请人可用',
};

function descriptionOf({ needs, stepUp, deadlineMs }: AnyOperation, permissions: Permissions): string {
  const permission = permissions[needs as keyof Permissions];
  const who = whoMay[needs] ?? `需要权限“${permission?.zh ?? needs}”（${needs}）`;
  const signing = stepUp ? `；签署类操作，${kernelErrors['auth.step_up_required'].zh}` : '';
  return `${who}${signing.replace(/。$/, '')}。最长等待 ${deadlineMs / 1000} 秒。`;
}

function upstreamItem(service: string, { path, methods, needs, summary }: Upstream): Record<string, object> {
  const parameters = [{ name: 'path', in: 'path', required: true, schema: { type: 'string' } }];
  return Object.fromEntries(
    methods.map((method) => {
      const operationId = `${service}.${method.toLowerCase()}${path.replace(/\W+(\w)/g, (_, letter: string) => letter.toUpperCase())}`;
      const security = securityOf(needs, !['GET', 'HEAD', 'OPTIONS'].includes(method));
      return [
        method.toLowerCase(),
        { operationId, summary, tags: [service], parameters, responses: { '2XX': { description: summary }, default: problem }, security },
      ];
    }),
  );
}
