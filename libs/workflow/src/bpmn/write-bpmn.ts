import type { ModdleElement } from 'bpmn-moddle';
import type { Procedure, ProcedureEdge, ProcedureNode } from '../procedure/procedure.js';
import { jsonLogic, karezModdle } from './karez-moddle.js';
import { layOut, wayOf } from './layout.js';

const types: Readonly<Record<Exclude<ProcedureNode['kind'], 'gateway'>, string>> = {
  ...{ start: 'bpmn:StartEvent', end: 'bpmn:EndEvent', human: 'bpmn:UserTask', automatic: 'bpmn:ServiceTask' },
  decision: 'bpmn:BusinessRuleTask',
};
const gatewayTypes = { xor: 'bpmn:ExclusiveGateway', and: 'bpmn:ParallelGateway', or: 'bpmn:InclusiveGateway' } as const;
const typeOf = (node: ProcedureNode): string => (node.kind === 'gateway' ? gatewayTypes[node.gateway] : types[node.kind]);

/** A procedure as BPMN 2.0 with a diagram; what BPMN has no word for goes along as extensions, so that `readBpmn` gives it back whole. */
export async function writeBpmn(procedure: Procedure): Promise<string> {
  const moddle = karezModdle();
  const make = (type: string, properties: Readonly<Record<string, unknown>> = {}): ModdleElement => moddle.create(type, properties);
  const extended = (type: string, definition: object): ModdleElement =>
    make('bpmn:ExtensionElements', { values: [make(type, { definition: JSON.stringify(definition) })] });

  const nodes = new Map(
    procedure.nodes.map((node) => [node.id, make(typeOf(node), { ...namesOf(node), extensionElements: extended('karez:Step', node) })]),
  );
  for (const node of procedure.nodes)
    if (node.kind === 'end' && node.terminate)
      nodes.get(node.id)!.set('eventDefinitions', [make('bpmn:TerminateEventDefinition', { id: `${node.id}_terminate` })]);
  const flows = new Map(procedure.edges.map((edge) => [edge.id, flowOf(edge, nodes, make)]));
  for (const { id, from, default: isDefault } of procedure.edges) if (isDefault) nodes.get(from)!.set('default', flows.get(id));
  const { code, title, decisions } = procedure;
  const process = make('bpmn:Process', {
    ...{ id: `process_${code}`, name: title, isExecutable: true, flowElements: [...nodes.values(), ...flows.values()] },
    extensionElements: extended('karez:Procedure', { title, ...(decisions && { decisions }) }),
  });
  const definitions = make('bpmn:Definitions', {
    ...{ id: `definitions_${code}`, targetNamespace: 'urn:karez:procedure', exporter: 'Karez', rootElements: [process] },
    diagrams: [diagramOf(procedure, { process, nodes, flows }, make)],
  });
  return (await moddle.toXML(definitions, { format: true })).xml;
}

type Make = (type: string, properties?: Readonly<Record<string, unknown>>) => ModdleElement;
interface Made {
  readonly process: ModdleElement;
  readonly nodes: ReadonlyMap<string, ModdleElement>;
  readonly flows: ReadonlyMap<string, ModdleElement>;
}
const namesOf = ({ id, name }: { readonly id: string; readonly name?: string }) => ({ id, ...(name && { name }) });

function flowOf(edge: ProcedureEdge, nodes: Made['nodes'], make: Make): ModdleElement {
  const [sourceRef, targetRef] = [nodes.get(edge.from)!, nodes.get(edge.to)!];
  const body = edge.guard === undefined ? undefined : JSON.stringify(edge.guard);
  const condition = body === undefined ? {} : { conditionExpression: make('bpmn:FormalExpression', { body, language: jsonLogic }) };
  const flow = make('bpmn:SequenceFlow', { ...namesOf(edge), sourceRef, targetRef, ...condition });
  sourceRef.set('outgoing', [...((sourceRef.get('outgoing') as ModdleElement[] | undefined) ?? []), flow]);
  targetRef.set('incoming', [...((targetRef.get('incoming') as ModdleElement[] | undefined) ?? []), flow]);
  return flow;
}

function diagramOf(procedure: Procedure, { process, nodes, flows }: Made, make: Make): ModdleElement {
  const places = layOut(procedure);
  const shapes = [...places].map(([id, bounds]) =>
    make('bpmndi:BPMNShape', { id: `${id}_shape`, bpmnElement: nodes.get(id), bounds: make('dc:Bounds', { ...bounds }) }),
  );
  const edges = procedure.edges.map(({ id, from, to }) => {
    const waypoint = wayOf(places.get(from)!, places.get(to)!).map((point) => make('dc:Point', { ...point }));
    return make('bpmndi:BPMNEdge', { id: `${id}_edge`, bpmnElement: flows.get(id), waypoint });
  });
  const plane = make('bpmndi:BPMNPlane', { id: 'plane', bpmnElement: process, planeElement: [...shapes, ...edges] });
  return make('bpmndi:BPMNDiagram', { id: 'diagram', plane });
}
