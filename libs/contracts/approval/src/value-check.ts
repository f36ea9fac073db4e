/** The part of JSON Schema (2020-12) that a field of a form may use; every keyword means what the standard says. */
export interface FieldSchema {
  readonly type: 'string' | 'number' | 'integer' | 'boolean';
  readonly title?: string;
  readonly enum?: readonly (string | number)[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: 'date';
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
}
export interface ValueProblem {
  readonly keyword: string;
  readonly message: string;
}

const types = ['string', 'number', 'integer', 'boolean'];
const counts = ['minLength', 'maxLength', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'];

/** Whether a schema uses no other keyword than those of `FieldSchema`, each with a value that makes sense. */
export function isFieldSchema(schema: unknown): schema is FieldSchema {
  if (schema === null || typeof schema !== 'object') return false;
  return (
    Object.entries(schema).every(([keyword, value]: [string, unknown]) => {
      if (keyword === 'type') return types.includes(value as string);
      if (keyword === 'title') return typeof value === 'string';
      if (keyword === 'enum') return Array.isArray(value) && value.length > 0;
      if (keyword === 'format') return value === 'date';
      if (keyword === 'pattern') return typeof value === 'string' && isPattern(value);
      return counts.includes(keyword) && Number.isFinite(value);
    }) && 'type' in schema
  );
}

/** The first keyword that a value breaks. */
export function checkValue(schema: FieldSchema, value: unknown): ValueProblem | undefined {
  const refuse = (keyword: string, message: string): ValueProblem => ({ keyword, message });
  if (!hasType(schema.type, value)) return refuse('type', typeWords[schema.type]);
  if (schema.enum && !schema.enum.includes(value as string)) return refuse('enum', '不在可选的范围内');
  if (typeof value === 'string') return checkText(schema, value);
  if (typeof value === 'number') return checkNumber(schema, value);
  return undefined;
}

function checkText({ minLength, maxLength, pattern, format }: FieldSchema, value: string): ValueProblem | undefined {
  // JSON Schema counts characters, not UTF-16 units
  const length = [...value].length;
  if (minLength !== undefined && length < minLength) return { keyword: 'minLength', message: `至少 ${minLength} 个字` };
  if (maxLength !== undefined && length > maxLength) return { keyword: 'maxLength', message: `最多 ${maxLength} 个字` };
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(value)) return { keyword: 'pattern', message: '格式不正确' };
  if (format === 'date' && !isDate(value)) return { keyword: 'format', message: '不是有效的日期' };
  return undefined;
}

function checkNumber({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: FieldSchema, value: number): ValueProblem | undefined {
  if (minimum !== undefined && value < minimum) return { keyword: 'minimum', message: `不能小于 ${minimum}` };
  if (maximum !== undefined && value > maximum) return { keyword: 'maximum', message: `不能大于 ${maximum}` };
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum)
    return { keyword: 'exclusiveMinimum', message: `应当大于 ${exclusiveMinimum}` };
  if (exclusiveMaximum !== undefined && value >= exclusiveMaximum)
    return { keyword: 'exclusiveMaximum', message: `应当小于 ${exclusiveMaximum}` };
  return undefined;
}

const typeWords: Readonly<Record<FieldSchema['type'], string>> = {
  ...{ string: '应当是文字', number: '应当是数', integer: '应当是整数', boolean: '应当是“是”或“否”' },
};
const hasType = (type: FieldSchema['type'], value: unknown): boolean => {
  if (type === 'integer') return Number.isInteger(value);
  return type === 'number' ? typeof value === 'number' && Number.isFinite(value) : typeof value === type;
};
function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
}
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
