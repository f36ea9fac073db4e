import { Ajv } from 'ajv';
import { checkForm, checkFormDefinition, type FormDefinition, requiredFields, shownFields } from '../src/index.js';
import { checkValue, type FieldSchema, isFieldSchema } from '../src/value-check.js';

const form: FormDefinition = {
  schema: {
    type: 'object',
    required: ['area'],
    properties: { area: { type: 'number', minimum: 0 }, dumps: { type: 'boolean' }, place: { type: 'string', maxLength: 6 } },
  },
  ui: [
    {
      title: '项目',
      fields: [
        { name: 'area', widget: 'number', label: '占地面积' },
        { name: 'dumps', widget: 'checkbox', label: '设弃渣场' },
        { name: 'place', widget: 'text', label: '弃渣场位置' },
      ],
    },
  ],
  rules: [
    { effect: 'show', when: { '==': [{ var: 'dumps' }, true] }, fields: ['place'] },
    { effect: 'require', when: { '==': [{ var: 'dumps' }, true] }, fields: ['place'] },
    { effect: 'refuse', when: { '>': [{ var: 'area' }, 900] }, fields: ['area'], message: '面积有误' },
  ],
};

it('shows, asks for and refuses by its rules', () => {
  expect(shownFields(form, {})).toEqual(['area', 'dumps']);
  expect(requiredFields(form, { dumps: true })).toEqual(['area', 'place']);
  expect(checkForm(form, { area: 3, dumps: false })).toEqual([]);
  expect(checkForm(form, { dumps: true, other: 1 }).map(({ field, code }) => [field, code])).toEqual([
    ['other', 'unknown'],
    ['area', 'required'],
    ['place', 'required'],
  ]);
  expect(checkForm(form, { area: 901 })).toEqual([{ field: 'area', code: 'rule', message: '面积有误' }]);
  expect(checkForm(form, { area: -1 })[0]?.message).toBe('“占地面积”不能小于 0');
});

it('needs no code made from text, which a page of this platform may not run', () => {
  const real = globalThis.Function;
  try {
    globalThis.Function = function forbidden() {
      throw new Error('code was made from text');
    } as unknown as FunctionConstructor;
    expect(checkForm(form, { area: 901, dumps: true, place: '沟口' })).toHaveLength(1);
  } finally {
    globalThis.Function = real;
  }
});

it('finds what is wrong with a form itself', () => {
  expect(checkFormDefinition(form)).toEqual([]);
  const wrong = { ...form, ui: [], rules: [{ effect: 'show' as const, when: { conjure: [1] }, fields: ['ghost'] }] };
  expect(checkFormDefinition(wrong)).toEqual(
    expect.arrayContaining(['字段 ghost 不在 schema 中', '字段 area 没有写进 ui', expect.stringContaining('不认识的运算')]),
  );
  expect(isFieldSchema({ type: 'string', oneOf: [] })).toBe(false);
});

it('gives the verdict of ajv for every keyword, over values of all kinds', () => {
  const schemas: FieldSchema[] = [
    { type: 'string', minLength: 2, maxLength: 3 },
    { type: 'string', pattern: '^[0-9A-Z]+$' },
    { type: 'string', enum: ['甲', '乙'] },
    { type: 'number', minimum: 0, maximum: 10 },
    { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 10 },
    { type: 'integer', minimum: -2 },
    { type: 'boolean' },
  ];
  const values = ['', '甲', '甲乙丙', '𠮷𠮷', 'A1', 'a', '2026-01-01', 0, 10, -2, 0.5, 5, 11, 1e300, true, false, null, [], {}];
  const ajv = new Ajv();
  for (const schema of schemas)
    for (const value of values) expect([schema, value, !checkValue(schema, value)]).toEqual([schema, value, ajv.validate(schema, value)]);
});

it.each([
  ['2026-02-28', true],
  ['2026-02-29', false],
  ['2024-02-29', true],
  ['26-1-1', false],
])('takes %s as a date: %s', (value, ok) => {
  expect(!checkValue({ type: 'string', format: 'date' }, value)).toBe(ok);
});
