import { DomainError } from '@karez/kernel';
import type { Procedure } from '@karez/workflow';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): boolean => typeof value === 'string';
const most = 500;

/**
 * JSON from outside as far as the engine's own check relies on it; what it means is checked there.
 * @throws DomainError `approval.procedure.invalid`
 */
export function definitionOf(given: Record<string, unknown>): Procedure {
  const refuse = (reason: string): never => {
    throw new DomainError('approval.procedure.invalid', { reason });
  };
  const { code, version, title, decisions } = given;
  if (typeof code !== 'string' || !/^[a-z][a-z0-9-]{1,59}$/.test(code)) return refuse('流程编码有误');
  if (!Number.isInteger(version) || (version as number) < 1) return refuse('版本号应为正整数');
  if (typeof title !== 'string' || !title.trim()) return refuse('流程没有名称');
  const fault = graphFault(given);
  if (fault) return refuse(fault);
  if (decisions !== undefined && !(isObject(decisions) && Object.values(decisions).every(isTable))) return refuse('决策表有误');
  return given as unknown as Procedure;
}

function graphFault({ nodes, edges }: Record<string, unknown>): string | undefined {
  if (!Array.isArray(nodes) || !Array.isArray(edges) || nodes.length > most || edges.length > most) return '环节或连线有误';
  if (!nodes.every((node) => isObject(node) && ['id', 'name', 'kind'].every((word) => isText(node[word]))))
    return '环节缺少编号、名称或类型';
  if (!(nodes as Record<string, unknown>[]).every(({ kind, assignee }) => kind !== 'human' || isObject(assignee)))
    return '人工环节没有写明办理人';
  return edges.every((edge) => isObject(edge) && ['id', 'from', 'to'].every((word) => isText(edge[word])))
    ? undefined
    : '连线缺少编号或两端';
}

function isTable(table: unknown): boolean {
  if (!isObject(table) || !isText(table.name) || !isText(table.hitPolicy)) return false;
  const { inputs, outputs, rules } = table;
  const texts = (list: unknown): boolean => Array.isArray(list) && list.every(isText);
  return (
    Array.isArray(inputs) &&
    inputs.every((each) => isObject(each) && isText(each.expression)) &&
    Array.isArray(outputs) &&
    outputs.every((each) => isObject(each) && isText(each.name)) &&
    Array.isArray(rules) &&
    rules.every((each) => isObject(each) && texts(each.when) && texts(each.then))
  );
}
