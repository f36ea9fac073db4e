import { randomProcedure, seeded } from '../../test/random-procedures.js';
import { checkProcedure } from '../procedure/check-procedure.js';
import type { Procedure } from '../procedure/procedure.js';
import { BpmnDrawing } from './bpmn-drawing.js';
import { readBpmn } from './read-bpmn.js';
import { writeBpmn } from './write-bpmn.js';

const key = { code: 'p', version: 1 };
const drawn = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:karez="urn:karez:bpmn:1" id="d" targetNamespace="t">
     <process id="p1" name="某流程" isExecutable="true">${body}</process></definitions>`;
const read = async (xml: string) => readBpmn(await BpmnDrawing.read(xml), key);

it('60 procedures come back from BPMN as they were', async () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const procedure = { ...randomProcedure('p', seeded(seed)), version: 1 };
    const { procedure: back, unsupported } = await read(await writeBpmn(procedure));
    expect({ seed, back }).toEqual({ seed, back: procedure });
    expect(unsupported).toEqual([]);
  }
});

it('what BPMN has no word for comes back too: tables, limits, names of forms', async () => {
  const procedure: Procedure = {
    ...{ ...key, title: '审批 & <会签>' },
    nodes: [
      { id: 'start', kind: 'start', name: '开始' },
      { id: 'table', kind: 'decision', name: '判断', table: 't', result: 'kind' },
      { id: 'mail', kind: 'automatic', name: '通知', handler: 'notify', input: { to: ['甲'] } },
      {
        ...{ id: 'review', kind: 'human' as const, name: '审查', assignee: { role: 'review', office: '水资源处', level: 'province' } },
        ...{
          mode: 'ratio' as const,
          ratio: 0.66,
          limitDays: 3,
          commands: ['claim' as const],
          outcomes: ['agree'],
          form: 'f',
          document: 'd',
        },
      },
      { id: 'end', kind: 'end', name: '结束', outcome: 'done', terminate: true },
    ],
    edges: ['start table', 'table mail', 'mail review', 'review end'].map((way) => ({
      ...{ id: way.replace(' ', '-'), from: way.split(' ')[0]!, to: way.split(' ')[1]! },
    })),
    decisions: {
      t: {
        name: '表',
        hitPolicy: 'F',
        inputs: [{ expression: 'area' }],
        outputs: [{ name: 'kind' }],
        rules: [{ when: ['>= 5'], then: ['"报告书"'] }],
      },
    },
  };
  const xml = await writeBpmn(procedure);
  expect((await read(xml)).procedure).toEqual(procedure);
  expect(xml).toContain('审批 &amp; &lt;会签&gt;');
  expect(xml.match(/<bpmndi:BPMNShape /g)).toHaveLength(5);
});

it('reads a drawing that another tool made: lanes are offices, several instances are several signers', async () => {
  const { procedure, unsupported } = await read(
    drawn(`
      <laneSet id="ls"><lane id="l1" name="水资源处"><flowNodeRef>a</flowNodeRef></lane></laneSet>
      <startEvent id="s"/><userTask id="a" name="会签"><extensionElements><karez:step>{"role":"review"}</karez:step></extensionElements>
        <multiInstanceLoopCharacteristics isSequential="true"/></userTask>
      <exclusiveGateway id="x" default="f3"/><endEvent id="e.1"/><endEvent id="e2"><terminateEventDefinition/></endEvent>
      <sequenceFlow id="f1" sourceRef="s" targetRef="a"/><sequenceFlow id="f2" sourceRef="a" targetRef="x"/>
      <sequenceFlow id="f3" sourceRef="x" targetRef="e.1"/>
      <sequenceFlow id="f4" sourceRef="x" targetRef="e2"><conditionExpression xsi:type="tFormalExpression" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{"==":[{"var":"outcome"},"disagree"]}</conditionExpression></sequenceFlow>`),
  );
  expect(unsupported).toEqual([]);
  expect(procedure.title).toBe('某流程');
  expect(procedure.nodes).toContainEqual({
    ...{ id: 'a', kind: 'human', name: '会签', assignee: { role: 'review', office: '水资源处' }, mode: 'all', order: 'sequential' },
  });
  expect(procedure.edges.at(-1)).toEqual({ id: 'f4', from: 'x', to: 'e2', guard: { '==': [{ var: 'outcome' }, 'disagree'] } });
  expect(checkProcedure(procedure)).toEqual([]);
});

it('names what it does not execute, and does not take it for something else', async () => {
  const { procedure, unsupported } = await read(
    drawn(`
      <startEvent id="s"><timerEventDefinition id="t"/></startEvent><subProcess id="sub" name="复核"/><sequenceFlow id="f" sourceRef="s" targetRef="sub"/>
      <exclusiveGateway id="x"/><task id="a"/><sequenceFlow id="g" sourceRef="x" targetRef="a"><conditionExpression>\${amount &gt; 5}</conditionExpression></sequenceFlow>
      <textAnnotation id="note"><text>说明</text></textAnnotation>`),
  );
  expect(unsupported).toEqual([
    ...['bpmn:StartEvent s', 'bpmn:SubProcess sub（复核）', 'bpmn:SequenceFlow f', 'bpmn:SequenceFlow g：条件 ${amount > 5}'],
    'bpmn:TextAnnotation note',
  ]);
  expect(procedure.nodes.map(({ id }) => id)).toEqual(['x', 'a']);
  expect(checkProcedure(procedure).filter(({ severity }) => severity === 'error').length).toBeGreaterThan(0);
});

it.each([
  ['no XML', 'hello'],
  ['XML of another kind', '<html/>'],
  ['a document type', '<!DOCTYPE definitions [<!ENTITY a "b">]><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>'],
  ['half a document', '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d"><process'],
])('refuses %s', async (_what, xml) => {
  await expect(BpmnDrawing.read(xml)).rejects.toMatchObject({ code: 'workflow.bpmn_unreadable' });
});
