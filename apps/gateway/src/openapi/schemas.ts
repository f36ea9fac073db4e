import type { Dto } from '@karez/contracts-kernel';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { getMetadataStorage } from 'class-validator';
import { targetConstructorToSchema } from 'class-validator-jsonschema';
import type { IOptions } from 'class-validator-jsonschema/build/options.js';

export interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly [keyword: string]: unknown;
}

const prefix = '#/components/schemas/';
const options: Partial<IOptions> = {
  classTransformerMetadataStorage: defaultMetadataStorage,
  classValidatorMetadataStorage: getMetadataStorage(),
  refPointerPrefix: prefix,
  additionalConverters: {
    // the default says "exactly one of date and date-time", which no text can be: formats do not exclude each other
    isIso8601: { type: 'string', format: 'date-time' },
  },
};

/** JSON Schema of the contracts' classes, from the same decorators that validate them (class-validator-jsonschema). */
export class Schemas {
  readonly components: Record<string, Schema> = {};

  /** What a class says of itself, nested classes as references into `components`. */
  of(dto: Dto<object>): Schema {
    const found = targetConstructorToSchema(dto, options) as Schema;
    const { properties = {}, required } = found;
    Object.keys(properties).forEach((name) => this.#addNested(dto, name));
    return { type: 'object', properties, ...(required?.length ? { required } : {}) };
  }

  /**
   * A reference to the class among `components`.
   * @throws Error at start when two different classes have one name
   */
  reference(dto: Dto<object>): Schema {
    const schema = this.of(dto);
    const { name } = dto;
    const before = this.components[name];
    if (before && JSON.stringify(before) !== JSON.stringify(schema))
      throw new Error(`two different classes are called ${name}; the document needs one name for each`);
    this.components[name] = schema;
    return { $ref: prefix + name };
  }

  #addNested(dto: Dto<object>, property: string): void {
    const nested = defaultMetadataStorage.findTypeMetadata(dto, property)?.typeFunction() as Dto<object> | undefined;
    if (!nested || this.#known.has(nested) || !isDescribed(nested)) return;
    this.#known.add(nested);
    this.reference(nested);
  }
  readonly #known = new Set<unknown>();
}

const isDescribed = (dto: Dto<object>): boolean => getMetadataStorage().getTargetValidationMetadatas(dto, '', true, false).length > 0;
