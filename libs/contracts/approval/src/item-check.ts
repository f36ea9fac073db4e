import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { lawfulExclusions } from './clock.js';
import { checkFormDefinition, checkLogic } from './form-check.js';
import { ItemSheet } from './item.js';

export interface SheetProblem {
  /** Path of the field: `materials.2.name`. */
  readonly field: string;
  readonly message: string;
}
export type SheetVerdict = { readonly sheet: ItemSheet } | { readonly problems: readonly SheetProblem[] };

/** Whether a sheet is an item: every field, its form and its rules. Nothing of it is executed. */
export function checkItemSheet(raw: Record<string, unknown>): SheetVerdict {
  const sheet = plainToInstance(ItemSheet, raw);
  const errors = validateSync(sheet, { whitelist: true, forbidNonWhitelisted: true, stopAtFirstError: true });
  const problems = errors.length ? flat(errors) : rulesOf(sheet);
  return problems.length ? { problems } : { sheet };
}

function rulesOf(sheet: ItemSheet): SheetProblem[] {
  const problems: SheetProblem[] = [];
  const { exclusionCaps, steps, materials, form, decisionTable, promisedDays, statutoryDays } = sheet;
  if (promisedDays > statutoryDays) problems.push({ field: 'promisedDays', message: '承诺期限不能长于法定期限' });
  if (steps.some(({ offices, by }) => offices?.length && by))
    problems.push({ field: 'steps', message: '一个环节要么由处室会审，要么由一个岗位办理' });
  for (const [kind, days] of Object.entries(exclusionCaps ?? {}))
    if (!(lawfulExclusions as readonly string[]).includes(kind) || !Number.isInteger(days) || days < 1)
      problems.push({ field: 'exclusionCaps', message: `除外时间上限 ${kind} 有误` });
  const codes = materials.map(({ code }) => code);
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  if (twice) problems.push({ field: 'materials', message: `材料编码 ${twice} 出现了两次` });
  problems.push(...checkFormDefinition(form).map((message) => ({ field: 'form', message })));
  const logic = [...materials.map(({ when }) => when), ...(decisionTable?.rows ?? []).map(({ when }) => when)].filter((when) => when);
  problems.push(...logic.flatMap(checkLogic).map((message) => ({ field: 'when', message })));
  return problems;
}

const flat = (errors: readonly ValidationError[], prefix = ''): SheetProblem[] =>
  errors.flatMap(({ property, constraints, children }) => {
    const field = prefix ? `${prefix}.${property}` : property;
    return [...Object.values(constraints ?? {}).map((message) => ({ field, message })), ...flat(children ?? [], field)];
  });
