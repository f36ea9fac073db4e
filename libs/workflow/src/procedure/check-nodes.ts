import { fault } from './fault.js';
import type { Finding, HumanNode, Procedure, ProcedureNode } from './procedure.js';

/** What the service has to offer; what is not given is not checked. */
export interface KnownNames {
  readonly roles?: readonly string[] | undefined;
  readonly handlers?: readonly string[] | undefined;
}

/** What is wrong with one node taken by itself. */
export function nodeFindings(node: ProcedureNode, { decisions = {} }: Procedure, known: KnownNames): Finding[] {
  const { id } = node;
  switch (node.kind) {
    case 'start':
    case 'end':
      return [];
    case 'gateway':
      return ['xor', 'and', 'or'].includes(node.gateway) ? [] : [fault('kind_unknown', id, { kind: node.gateway })];
    case 'automatic':
      return known.handlers && !known.handlers.includes(node.handler) ? [fault('handler_unknown', id, { handler: node.handler })] : [];
    case 'decision':
      return Object.hasOwn(decisions, node.table) ? [] : [fault('table_unknown', id, { table: node.table })];
    case 'human':
      return humanFindings(node, known);
    default:
      // procedures come as JSON from outside, where any word may stand
      return [fault('kind_unknown', (node as ProcedureNode).id, { kind: (node as ProcedureNode).kind })];
  }
}

function humanFindings({ id, assignee, mode = 'single', ratio, limitDays }: HumanNode, { roles }: KnownNames): Finding[] {
  const found: Finding[] = [];
  const role = (assignee as HumanNode['assignee'] | undefined)?.role;
  if (!role) found.push(fault('role_missing', id));
  else if (roles && !roles.includes(role)) found.push(fault('role_unknown', id, { role }));
  if (!['single', 'any', 'all', 'ratio'].includes(mode)) found.push(fault('kind_unknown', id, { kind: mode }));
  if (mode === 'ratio' && !(ratio !== undefined && ratio > 0 && ratio <= 1)) found.push(fault('ratio_invalid', id));
  if (limitDays !== undefined && !(Number.isInteger(limitDays) && limitDays > 0)) found.push(fault('limit_invalid', id));
  return found;
}
