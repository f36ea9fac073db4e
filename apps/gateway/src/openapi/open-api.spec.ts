import { defineContract, type Contract } from '@karez/contracts-kernel';
import { IsString } from 'class-validator';
import { command, defineApi } from '@karez/contracts-kernel';
import { contracts } from '../contracts.js';
import { mounted } from '../routes/contract-routes.js';
import { openApi } from './open-api.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an operation of the document is whatever was generated
type Generated = Record<string, any>;
const document = openApi(contracts);
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries<Generated>(item).map(([method, operation]) => ({ path, method, operation })),
);

function* nodesOf(value: unknown, at = '#'): Generator<{ at: string; node: Record<string, unknown> }> {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value)) yield { at, node: value as Record<string, unknown> };
  for (const [key, inner] of Object.entries(value)) yield* nodesOf(inner, `${at}/${key}`);
}
const resolve = (pointer: string): unknown =>
  pointer
    .slice(2)
    .split('/')
    .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key.replace(/~1/g, '/').replace(/~0/g, '~')], document);

it('names every operation that has a route, once, and none that has not', () => {
  const expected = contracts.flatMap(({ api }) => mounted(api).map(([, { http }]) => http.replace(/:(\w+)/g, '{$1}')));
  const found = operations.map(({ path, method }) => `${method.toUpperCase()} ${path}`);
  expect(found).toEqual(expect.arrayContaining(expected));
  expect(found.length - expected.length).toBe(
    2 + contracts.flatMap(({ upstreams = [] }) => upstreams.flatMap(({ methods }) => methods)).length,
  );
  const ids = operations.map(({ operation }) => operation.operationId as string);
  expect(new Set(ids).size).toBe(ids.length);
});

it('is OpenAPI 3.1 in its structure', () => {
  expect(document).toMatchObject({ openapi: '3.1.0', info: { title: expect.any(String), version: expect.any(String) } });
  for (const { path, method, operation } of operations) {
    expect(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']).toContain(method);
    expect(path).toMatch(/^\/[\w/{}.-]*$/);
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    const parameters = (operation.parameters ?? []) as { name: string; in: string; required?: boolean; schema?: object }[];
    expect(
      parameters
        .filter((each) => each.in === 'path')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(inPath);
    expect(parameters.every((each) => each.schema && (each.in !== 'path' || each.required))).toBe(true);
    expect(new Set(parameters.map(({ name, in: where }) => `${where} ${name}`)).size).toBe(parameters.length);
    expect(Object.keys(operation.responses as object).every((status) => /^([1-5](\d\d|XX)|default)$/.test(status))).toBe(true);
    expect(operation.summary).toEqual(expect.any(String));
    if (method === 'get') expect(operation.requestBody).toBeUndefined();
  }
});

it('has no reference that leads nowhere and no schema that nobody refers to', () => {
  const references = [...nodesOf(document)].flatMap(({ node }) => (typeof node.$ref === 'string' ? [node.$ref] : []));
  expect(references.length).toBeGreaterThan(50);
  expect(references.filter((reference) => !reference.startsWith('#/') || resolve(reference) === undefined)).toEqual([]);
  const used = new Set(references);
  expect(Object.keys(document.components.schemas).filter((name) => !used.has(`#/components/schemas/${name}`))).toEqual([]);
});

it('uses JSON Schema 2020-12 words only: nothing of 3.0 is left', () => {
  const types = new Set(['string', 'integer', 'number', 'boolean', 'array', 'object', 'null']);
  for (const { at, node } of nodesOf(document.components.schemas)) {
    if (/\/properties$/.test(at)) continue;
    expect([at, 'nullable' in node, 'example' in node]).toEqual([at, false, false]);
    if (typeof node.type === 'string') expect(types).toContain(node.type);
    if (node.required !== undefined)
      expect(Object.keys(node.properties as object)).toEqual(expect.arrayContaining(node.required as string[]));
    if (typeof node.pattern === 'string') expect(() => new RegExp(node.pattern as string, 'u')).not.toThrow();
  }
});

it('splits a request into path, query and body', () => {
  const of = (path: string, method: string) => document.paths[path]![method] as Generated;
  expect(of('/identity/people', 'get').parameters.map(({ name }: { name: string }) => name)).toEqual(
    expect.arrayContaining(['q', 'orgId', 'below', 'limit', 'after']),
  );
  const update = of('/identity/people/{personId}', 'post');
  const body = update.requestBody.content['application/json'].schema;
  expect(Object.keys(body.properties)).not.toContain('personId');
  expect(body).toMatchObject({ required: ['version'], additionalProperties: false });
  expect(update.parameters.map(({ name }: { name: string }) => name)).toEqual(['personId', 'Idempotency-Key']);
  expect(of('/identity/sessions', 'post').requestBody.content['application/json'].schema).toEqual({ $ref: '#/components/schemas/SignIn' });
});

it('says who may, with the schemes that prove it', () => {
  const of = (path: string, method: string) => document.paths[path]![method] as Generated;
  expect(of('/identity/sessions', 'post').security).toEqual([]);
  expect(of('/identity/people', 'get')).toMatchObject({
    security: [{ bearer: [] }, { cookie: [] }],
    description: expect.stringContaining('查看人员'),
  });
  expect(of('/identity/people', 'post').security).toEqual([{ bearer: [] }, { cookie: [], csrf: [] }]);
  const schemes = Object.keys(document.components.securitySchemes!);
  for (const { operation } of operations)
    for (const each of operation.security as object[]) expect(schemes).toEqual(expect.arrayContaining(Object.keys(each)));
});

it('shows lists with the rows they hold', () => {
  expect(document.components.schemas.PageOfPersonRow).toMatchObject({
    properties: { items: { type: 'array', items: { $ref: '#/components/schemas/PersonRow' } } },
    required: ['items'],
  });
  expect(document.components.schemas.PersonView!.properties).toHaveProperty('account');
});

it('refuses to be made when two different classes have one name', () => {
  const named = (field: string) => {
    class Same {}
    IsString()(Same.prototype, field);
    return Same;
  };
  const spec = { version: 1, needs: 'anyone', summary: '' } as const;
  const contract = (service: string, field: string): Contract =>
    defineContract({
      ...{ service, title: service, errors: {}, permissions: {}, events: [] },
      api: defineApi(service, { act: command({ ...spec, http: `POST /${service}`, request: named(field), response: named(field) }) }),
    });
  expect(() => openApi([contract('a', 'x'), contract('b', 'x')])).not.toThrow();
  expect(() => openApi([contract('a', 'x'), contract('b', 'y')])).toThrow('two different classes are called Same');
});
