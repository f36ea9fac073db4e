import type { ModdleElement } from 'bpmn-moddle';
import type { Guard, HumanNode, Procedure, ProcedureEdge, ProcedureNode } from '../procedure/procedure.js';
import type { BpmnDrawing } from './bpmn-drawing.js';
import { definitionOf, jsonLogic, many, one } from './karez-moddle.js';

export interface ReadBpmn {
  /** Not checked yet: `checkProcedure` says whether it can be executed. */
  readonly procedure: Procedure;
  /** Elements that stay in the drawing and are not executed: `bpmn:SubProcess sub1（复核）`. */
  readonly unsupported: readonly string[];
}

/**
 * The procedure of a drawing. What Karez wrote itself comes back as it was; of drawings of others the steps, events, gateways and
 * JSON-Logic conditions are read, the name of the lane is the office, and an extension of the step names its role.
 */
export function readBpmn(drawing: BpmnDrawing, { code, version }: Pick<Procedure, 'code' | 'version'>): ReadBpmn {
  const roots = many(drawing.definitions, 'rootElements');
  const processes = roots.filter(({ $type }) => $type === 'bpmn:Process');
  const main = mainOf(processes);
  const unsupported = [...drawing.warnings, ...roots.filter((root) => root !== main && root.$type !== 'bpmn:Collaboration').map(wordsOf)];
  if (!main) return { procedure: { code, version, title: '', nodes: [], edges: [] }, unsupported };
  const elements = many(main, 'flowElements');
  const lanes = lanesOf(main);
  const nodes: ProcedureNode[] = [];
  const ids = new Map<ModdleElement, string>();
  for (const element of elements.filter(({ $type }) => $type !== 'bpmn:SequenceFlow')) {
    const node = nodeOf(element, lanes);
    if (!node) unsupported.push(wordsOf(element));
    else {
      nodes.push(node);
      ids.set(element, node.id);
    }
  }
  const edges = elements.flatMap((flow): ProcedureEdge[] => {
    if (flow.$type !== 'bpmn:SequenceFlow') return [];
    const [from, to] = [ids.get(one(flow, 'sourceRef')!), ids.get(one(flow, 'targetRef')!)];
    if (from === undefined || to === undefined) {
      unsupported.push(wordsOf(flow));
      return [];
    }
    const { guard, foreign } = guardOf(flow);
    if (foreign) unsupported.push(`${wordsOf(flow)}：条件 ${foreign}`);
    const isDefault = one(one(flow, 'sourceRef')!, 'default') === flow;
    return [{ id: idOf(flow), from, to, ...(flow.name && { name: flow.name }), ...(guard !== undefined && { guard }), ...(isDefault && { default: true }) }]; // prettier-ignore
  });
  unsupported.push(...many(main, 'artifacts').map(wordsOf));
  const { title = main.name ?? code, decisions } = (definitionOf(main, 'karez:Procedure') ?? {}) as Partial<Procedure>;
  return { procedure: { code, version, title, nodes, edges, ...(decisions && { decisions }) }, unsupported };
}

/** The executable one, else the one with most in it. */
function mainOf(processes: readonly ModdleElement[]): ModdleElement | undefined {
  const size = (each: ModdleElement): number => many(each, 'flowElements').length;
  const executable = processes.filter((each) => each.get('isExecutable') === true);
  return [...(executable.length ? executable : processes)].sort((a, b) => size(b) - size(a))[0];
}

const gateways: Readonly<Record<string, 'xor' | 'and' | 'or'>> = {
  ...{ 'bpmn:ExclusiveGateway': 'xor', 'bpmn:ParallelGateway': 'and', 'bpmn:InclusiveGateway': 'or' },
};
const human: ReadonlySet<string> = new Set(['bpmn:Task', 'bpmn:UserTask', 'bpmn:ManualTask']);

function nodeOf(element: ModdleElement, lanes: ReadonlyMap<ModdleElement, string>): ProcedureNode | undefined {
  const own = definitionOf(element, 'karez:Step');
  const [id, name] = [idOf(element), element.name ?? ''];
  const { $type } = element;
  if (own?.id === id && typeof own.kind === 'string') return own as unknown as ProcedureNode;
  if ($type === 'bpmn:StartEvent' || $type === 'bpmn:EndEvent') return eventOf(element);
  if (gateways[$type]) return { id, kind: 'gateway', name, gateway: gateways[$type] };
  return human.has($type) ? stepOf(element, own?.role, lanes.get(element)) : undefined;
}

/** Only a start by somebody, and an end of this way or of the whole. */
function eventOf(element: ModdleElement): ProcedureNode | undefined {
  const [id, name] = [idOf(element), element.name ?? ''];
  const events = many(element, 'eventDefinitions').map(({ $type }) => $type);
  if (element.$type === 'bpmn:StartEvent') return events.length ? undefined : { id, kind: 'start', name };
  if (events.some((each) => each !== 'bpmn:TerminateEventDefinition')) return undefined;
  return { id, kind: 'end', name, ...(events.length > 0 && { terminate: true }) };
}

function stepOf(element: ModdleElement, role: unknown, office: string | undefined): HumanNode | undefined {
  const loop = one(element, 'loopCharacteristics');
  if (loop && loop.$type !== 'bpmn:MultiInstanceLoopCharacteristics') return undefined;
  const assignee = { role: typeof role === 'string' ? role : '', ...(office && { office }) };
  const order = loop?.get('isSequential') === true ? 'sequential' : 'parallel';
  return { id: idOf(element), kind: 'human', name: element.name ?? '', assignee, ...(loop && { mode: 'all', order }) };
}

/** The innermost lane that a step lies in. */
function lanesOf(process: ModdleElement): ReadonlyMap<ModdleElement, string> {
  const found = new Map<ModdleElement, string>();
  const walk = (set: ModdleElement | undefined): void => {
    for (const lane of set ? many(set, 'lanes') : []) {
      for (const element of many(lane, 'flowNodeRef')) if (lane.name) found.set(element, lane.name);
      walk(one(lane, 'childLaneSet'));
    }
  };
  many(process, 'laneSets').forEach(walk);
  return found;
}

function guardOf(flow: ModdleElement): { guard?: Guard; foreign?: string } {
  const condition = one(flow, 'conditionExpression');
  if (!condition) return {};
  const body = ((condition.get('body') as string | undefined) ?? '').trim();
  const language = condition.get('language') as string | undefined;
  if (language === jsonLogic || (!language && /^[{tf]/.test(body)))
    try {
      return { guard: JSON.parse(body) as Guard };
    } catch {
      return { foreign: body };
    }
  return { foreign: body };
}

/** An id as a guard can name it; BPMN allows dots. */
const idOf = (element: ModdleElement): string => (element.id ?? '').replaceAll('.', '_');
const wordsOf = (element: ModdleElement): string => `${element.$type} ${element.id ?? ''}${element.name ? `（${element.name}）` : ''}`;
