import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';

/** Our words in BPMN's extension elements: the executable definition of a step, and of the whole procedure, as JSON. */
const karez = {
  ...{ name: 'Karez', prefix: 'karez', uri: 'urn:karez:bpmn:1', xml: { tagAlias: 'lowerCase' }, associations: [] },
  types: ['Step', 'Procedure'].map((name) => ({
    ...{ name, superClass: ['Element'] },
    properties: [{ name: 'definition', isBody: true, type: 'String' }],
  })),
};
export const karezModdle = (): BpmnModdle => new BpmnModdle({ karez });
/** Language of a condition that is JSON-Logic. */
export const jsonLogic = 'https://jsonlogic.com/';

export const many = (element: ModdleElement, name: string): ModdleElement[] => (element.get(name) as ModdleElement[] | undefined) ?? [];
export const one = (element: ModdleElement, name: string): ModdleElement | undefined => element.get(name) as ModdleElement | undefined;
/** The definition that Karez itself wrote into an element. */
export function definitionOf(element: ModdleElement, type: 'karez:Step' | 'karez:Procedure'): Record<string, unknown> | undefined {
  const extension = one(element, 'extensionElements');
  const found = extension && many(extension, 'values').find(({ $type }) => $type === type);
  if (!found) return undefined;
  try {
    const value = JSON.parse(found.get('definition') as string) as unknown;
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
