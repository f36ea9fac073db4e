import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SaxesParser } from 'saxes';
import { BpmnDrawing } from './bpmn-drawing.js';
import { readBpmn } from './read-bpmn.js';

// Reference models of the BPMN Model Interchange Working Group (CC BY 3.0), which are not part of the repository.
const data = process.env['KAREZ_CONFORMANCE_DATA'] ?? resolve(import.meta.dirname, '../../../../../shared/data');
const folder = join(data, 'bpmn-miwg');
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.bpmn')) : [];
if (files.length === 0) process.stderr.write(`The BPMN reference models were not run: there is nothing in ${folder}\n`);
const whenThere = files.length > 0 ? it : it.skip;

interface Found {
  readonly type: string;
  readonly id: string;
  /** Id of the process that it lies in, directly; empty elsewhere. */
  readonly process: string;
}
/** Every element of a document with an id, by another reader than the one that is tested. */
function elementsOf(xml: string): Found[] {
  const found: Found[] = [];
  const path: Found[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ local, attributes }) => {
    const above = path.at(-1);
    const element = { type: local, id: attributes.id?.value ?? '', process: above?.type === 'process' ? above.id : '' };
    path.push(element);
    if (element.id) found.push(element);
  });
  parser.on('closetag', () => void path.pop());
  parser.write(xml).close();
  return found;
}
/** What stands in a process and is neither a step nor a way. */
const furniture = new Set(['laneSet', 'ioSpecification', 'property', 'resourceRole', 'performer', 'documentation', 'extensionElements']);

whenThere('there are the 21 reference models', () => expect(files).toHaveLength(21));

const each = files.length > 0 ? it.each(files) : it.skip.each(['(none)']);
each('%s: is kept whole, and whatever is not executed is named', async (file) => {
  const xml = readFileSync(join(folder, file), 'utf8');
  const drawing = await BpmnDrawing.read(xml);
  const { procedure, unsupported } = readBpmn(drawing, { code: 'model', version: 1 });
  expect(drawing.text).toBe(xml);
  const executed = new Set([...procedure.nodes, ...procedure.edges].map(({ id }) => id));
  expect(executed.size).toBe(procedure.nodes.length + procedure.edges.length);
  const named = (id: string): boolean => unsupported.some((line) => line.split(/[ （：]/).includes(id));
  const parts = elementsOf(xml).filter(({ type, process }) => process && !furniture.has(type));
  expect(parts.length).toBeGreaterThan(0);
  for (const { type, id, process } of parts)
    expect({ file, type, id, known: executed.has(id.replaceAll('.', '_')) || named(id) || named(process) }).toMatchObject({ known: true });
  // nothing is executed that the model does not have
  const ids = new Set(elementsOf(xml).map(({ id }) => id.replaceAll('.', '_')));
  for (const id of executed) expect(ids.has(id)).toBe(true);
});
