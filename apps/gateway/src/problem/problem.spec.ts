import { identityContract } from '@karez/contracts-identity';
import { DomainError } from '@karez/kernel';
import { BadRequestException, PayloadTooLargeException } from '@nestjs/common';
import { contracts } from '../contracts.js';
import { fieldProblem } from './field-texts.js';
import { Problems } from './problem.js';
import { refusalOf } from './refusal-of.js';

const problems = new Problems(contracts);
const trace = 'f'.repeat(32);

it('fills the text with the parameters and keeps them beside it', () => {
  const error = new DomainError('identity.org.name_taken', { name: '策勒县水利局' }, { at: '2026-11-23' });
  expect(problems.of(error, 'zh-CN', trace)).toEqual({
    ...{ type: 'urn:karez:problem:identity.org.name_taken', title: '与现状冲突', status: 409, code: 'identity.org.name_taken', trace },
    ...{ detail: '同一上级下已有“策勒县水利局”。', params: { name: '策勒县水利局' }, evidence: { at: '2026-11-23' } },
  });
});

it('says permissions and services by their names', () => {
  expect(problems.of(new DomainError('auth.forbidden', { needs: 'identity.org.write' }), 'zh-CN', trace).detail).toContain(
    '设立、更名、撤并机构',
  );
  expect(problems.of(new DomainError('auth.forbidden', { needs: 'identity.org.write' }), 'en', trace).detail).toContain(
    'Create, rename and reorganise',
  );
  expect(problems.of(new DomainError('service.unavailable', { service: 'files' }), 'zh-CN', trace).detail).toMatch(/^文件服务暂时不可用/);
});

it('takes no text from a parameter: only the table speaks', () => {
  const { detail } = problems.of(new DomainError('identity.org.name_taken', { name: '{trace} ${x}' }), 'zh-CN', trace);
  expect(detail).toBe('同一上级下已有“{trace} ${x}”。');
  expect(problems.of(new DomainError('identity.org.name_taken', { name: { toString: () => 'x' } }), 'zh-CN', trace).detail).toContain(
    '未知',
  );
});

it('passes a refusal on that only a newer service knows', () => {
  expect(problems.of(new DomainError('identity.future.rule'), 'zh-CN', trace)).toMatchObject({
    status: 409,
    detail: '操作未完成（identity.future.rule）。',
  });
  expect(problems.of(new DomainError('constructor'), 'zh-CN', trace).status).toBe(409);
});

it('has words in both languages for every code, without a parameter left open that the table does not name', () => {
  for (const [code, { zh, en }] of Object.entries(identityContract.errors)) {
    expect([code, zh.length > 3, en.length > 3]).toEqual([code, true, true]);
  }
});

it.each([
  [new BadRequestException(), 'request.malformed'],
  [new PayloadTooLargeException(), 'request.too_large'],
  [Object.assign(new Error(), { code: 'FST_ERR_CTP_INVALID_MEDIA_TYPE', statusCode: 415 }), 'request.media_type'],
  [Object.assign(new Error(), { code: 'FST_ERR_BAD_URL', statusCode: 400 }), 'request.malformed'],
  [Object.assign(new Error(), { code: 'EVIL', statusCode: 404 }), 'internal'],
  [new Error('select'), 'internal'],
  ['text', 'internal'],
  [null, 'internal'],
  [undefined, 'internal'],
])('reads %s as %s', (error, code) => {
  expect(refusalOf(error).code).toBe(code);
});

it('says every rule in words, and one it does not know in general', () => {
  expect(fieldProblem({ field: 'name', rule: 'isLength', args: [2, 20] }, 'zh-CN').detail).toBe('须为 2 至 20 个字');
  expect(fieldProblem({ field: 'name', rule: 'isLength', args: [2, undefined] }, 'zh-CN').detail).toBe('至少 2 个字');
  expect(fieldProblem({ field: 'sort', rule: 'isIn', args: [['name', '-name']] }, 'zh-CN').detail).toBe('只能是：name、-name');
  expect(fieldProblem({ field: 'sort', rule: 'isIn' }, 'en').detail).toBe('Not valid');
  expect(fieldProblem({ field: 'x', rule: 'isMagic' }, 'zh-CN').detail).toBe('填写有误');
});
