declare module 'bpmn-moddle' {
  /** An element of the BPMN meta-model; properties are read and set by the names of the standard. */
  export interface ModdleElement {
    readonly $type: string;
    readonly $parent?: ModdleElement;
    id?: string;
    name?: string;
    get(name: string): unknown;
    set(name: string, value: unknown): void;
  }
  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, object>>);
    create(type: string, properties?: Readonly<Record<string, unknown>>): ModdleElement;
    fromXML(xml: string): Promise<{ rootElement: ModdleElement; warnings: readonly { readonly message: string }[] }>;
    toXML(element: ModdleElement, options?: { readonly format?: boolean }): Promise<{ xml: string }>;
  }
}
