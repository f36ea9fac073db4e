import type { Language } from './language.js';

/** A refused field as it leaves the validation: the rule and its arguments, not yet in words. */
export interface RefusedField {
  readonly field: string;
  readonly rule: string;
  readonly args?: readonly unknown[];
}
/** As the screen shows it beside the field. */
export interface FieldProblem {
  readonly field: string;
  /** class-validator's rule (`isUuid`, `isLength`), `required`, or `whitelistValidation` for an unknown field. */
  readonly code: string;
  readonly detail: string;
}

type Words = (...args: readonly string[]) => readonly [zh: string, en: string];
/** What one of the values may be, as one text. */
const textOf = (arg: unknown): string => (arg !== null && typeof arg === 'object' ? Object.values(arg).join(', ') : String(arg));
const oneOf: Words = (values) => [`只能是：${values.replaceAll(', ', '、')}`, `Must be one of: ${values}`];

const words: Readonly<Record<string, Words>> = {
  required: () => ['必填', 'Required'],
  whitelistValidation: () => ['没有这个字段', 'There is no such field'],
  nestedValidation: () => ['须为对象', 'Must be an object'],
  isString: () => ['须为文字', 'Must be text'],
  isInt: () => ['须为整数', 'Must be a whole number'],
  isNumber: () => ['须为数字', 'Must be a number'],
  isBoolean: () => ['须为是或否（true、false）', 'Must be true or false'],
  isArray: () => ['须为列表', 'Must be a list'],
  isObject: () => ['须为对象', 'Must be an object'],
  isUuid: () => ['编号格式不正确', 'Not a valid id'],
  isIso8601: () => ['日期或时间格式不正确', 'Not a valid date or time'],
  isEmail: () => ['邮箱格式不正确', 'Not a valid e-mail address'],
  isUrl: () => ['网址格式不正确', 'Not a valid address'],
  matches: () => ['格式不正确', 'Not in the expected form'],
  isIn: oneOf,
  isEnum: oneOf,
  isNotEmpty: () => ['不能为空', 'Must not be empty'],
  isLength: (min, max) =>
    max === 'undefined'
      ? [`至少 ${min} 个字`, `At least ${min} characters`]
      : [`须为 ${min} 至 ${max} 个字`, `Must have ${min} to ${max} characters`],
  minLength: (min) => [`至少 ${min} 个字`, `At least ${min} characters`],
  maxLength: (max) => [`最多 ${max} 个字`, `At most ${max} characters`],
  min: (least) => [`不能小于 ${least}`, `Must be ${least} or more`],
  max: (most) => [`不能大于 ${most}`, `Must be ${most} or less`],
  arrayMinSize: (least) => [`至少 ${least} 项`, `At least ${least} items`],
  arrayMaxSize: (most) => [`最多 ${most} 项`, `At most ${most} items`],
  arrayNotEmpty: () => ['至少一项', 'At least one item'],
  arrayUnique: () => ['有重复的项', 'Some items are the same'],
};

/** Puts a refused field in words. A rule that the table does not know is said in general. */
export function fieldProblem({ field, rule, args }: RefusedField, language: Language): FieldProblem {
  const say = words[rule];
  const known = say && (args || say.length === 0);
  const [zh, en] = known ? say(...(args ?? []).map(textOf)) : ['填写有误', 'Not valid'];
  return { field, code: rule, detail: language === 'en' ? en : zh };
}
