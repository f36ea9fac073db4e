import { DomainError } from '@karez/kernel';
import type { ModdleElement } from 'bpmn-moddle';
import { karezModdle } from './karez-moddle.js';

/**
 * A BPMN 2.0 document with all that is in it, executed or not: elements, ids, attributes, diagram. Its text is kept as it came: the meta-model of
 * `bpmn-moddle`, by which it is read, leaves out what it does not know (two elements of the reference models) and what is a default.
 */
export class BpmnDrawing {
  private constructor(
    readonly text: string,
    readonly definitions: ModdleElement,
    /** What the reader could not place: references to nothing, content of no schema. */
    readonly warnings: readonly string[],
  ) {}

  /** @throws DomainError `workflow.bpmn_unreadable` */
  static async read(xml: string): Promise<BpmnDrawing> {
    const refuse = (reason: string): never => {
      throw new DomainError('workflow.bpmn_unreadable', { reason });
    };
    if (/<!DOCTYPE/i.test(xml)) return refuse('不接受文档类型声明');
    const { rootElement, warnings } = await karezModdle()
      .fromXML(xml)
      .catch((error: unknown) => refuse(error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''));
    if (rootElement?.$type !== 'bpmn:Definitions') return refuse('不是 BPMN 2.0');
    return new BpmnDrawing(
      xml,
      rootElement,
      warnings.map(({ message }) => message.split('\n')[0]!),
    );
  }
}
