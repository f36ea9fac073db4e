import { type Contract, type ErrorTable, type ErrorText, kernelErrors, type Permissions } from '@karez/contracts-kernel';
import type { DomainError } from '@karez/kernel';
import { fieldProblem, type FieldProblem, type RefusedField } from './field-texts.js';
import type { Language } from './language.js';

/** RFC 9457 problem details as Karez fills them. */
export interface Problem {
  /** `urn:karez:problem:<code>`: an identifier, not an address. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  /** What happened and what is next, in the caller's language. */
  readonly detail: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** What won against the request. */
  readonly evidence?: object;
  /** The fields to mend, of `request.invalid`. */
  readonly errors?: readonly FieldProblem[];
  /** 32 hexadecimal digits to quote. */
  readonly trace: string;
}

const titles: Readonly<Record<number, readonly [zh: string, en: string]>> = {
  400: ['请求有误', 'Bad request'],
  401: ['未能确认身份', 'Not signed in'],
  403: ['没有权限', 'Forbidden'],
  404: ['没有找到', 'Not found'],
  405: ['不支持的方法', 'Method not allowed'],
  409: ['与现状冲突', 'Conflict'],
  410: ['已不存在', 'Gone'],
  413: ['内容过大', 'Too large'],
  415: ['不支持的内容类型', 'Unsupported media type'],
  416: ['范围无效', 'Range not satisfiable'],
  422: ['无法办理', 'Not possible'],
  429: ['过于频繁', 'Too many requests'],
  500: ['系统出错', 'Internal error'],
  503: ['暂时不可用', 'Unavailable'],
  504: ['处理超时', 'No answer in time'],
};
/** A refusal of a newer service that this gateway has no words for. */
const unknownRefusal: ErrorText = { status: 409, zh: '操作未完成（{code}）。', en: 'Refused ({code}).' };

/** Renders refusals from the error tables of all contracts. */
export class Problems {
  readonly #texts: ErrorTable;
  readonly #permissions: Permissions;
  readonly #titles: ReadonlyMap<string, string>;

  constructor(contracts: readonly Contract[]) {
    this.#texts = Object.assign({}, kernelErrors, ...contracts.map(({ errors }) => errors)) as ErrorTable;
    this.#permissions = Object.assign({}, ...contracts.map(({ permissions }) => permissions)) as Permissions;
    this.#titles = new Map(contracts.map(({ service, title }) => [service, title]));
  }

  of({ code, params, evidence }: DomainError, language: Language, trace: string): Problem {
    const text = Object.hasOwn(this.#texts, code) ? this.#texts[code]! : unknownRefusal;
    const { errors, ...shown } = params as { errors?: readonly RefusedField[] } & Record<string, unknown>;
    const [zhTitle, enTitle] = titles[text.status] ?? titles[500]!;
    const template = language === 'en' ? text.en : text.zh;
    return {
      type: `urn:karez:problem:${code}`,
      title: language === 'en' ? enTitle : zhTitle,
      status: text.status,
      code,
      detail: template.replace(/\{(\w+)\}/g, (_, name: string) => this.#words(name, { code, trace, ...shown }[name], language)),
      params: shown,
      ...(evidence ? { evidence } : {}),
      ...(errors ? { errors: errors.map((error) => fieldProblem(error, language)) } : {}),
      trace,
    };
  }

  /** A permission and a service are said by their names, other values as they are. */
  #words(name: string, value: unknown, language: Language): string {
    if (typeof value !== 'string' && typeof value !== 'number') return language === 'en' ? 'unknown' : '未知';
    const permission = Object.hasOwn(this.#permissions, value) ? this.#permissions[value as keyof Permissions] : undefined;
    if (permission) return language === 'en' ? permission.en : permission.zh;
    if (name === 'service' && language !== 'en') return this.#titles.get(String(value)) ?? `“${value}”服务`;
    return String(value);
  }
}
