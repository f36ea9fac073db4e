import type { MessageKey } from '../language/translate.js';
import type { NavigationEntry } from '../pages/page.js';

/** One question of a form. */
export interface FormField {
  readonly name: string;
  readonly label: MessageKey;
  readonly hint?: MessageKey;
  readonly kind: 'line' | 'text' | 'one' | 'yes';
  /** Of `one`: value and its name. */
  readonly options?: readonly (readonly [value: string, label: MessageKey])[];
  readonly optional?: boolean;
  readonly most?: number;
  readonly width?: 'w-s' | 'w-m' | 'w-l';
  readonly autoComplete?: string;
}

/** A form that stands on a page of its own and works without a script. */
export interface FormDefinition {
  readonly path: string;
  readonly title: MessageKey;
  readonly lede?: MessageKey;
  readonly fields: readonly FormField[];
  readonly button: MessageKey;
  readonly note?: MessageKey;
  readonly navigation: NavigationEntry;
  readonly above: { readonly path: string; readonly title: MessageKey };
}

export type Entered = Readonly<Record<string, string>>;

/** What stands in a form: empty, or as it was sent, with what is to be mended. */
export interface FormState {
  /** Proves that the form came from this site, and makes one act of however many clicks. */
  readonly token: string;
  readonly values: Entered;
  /** By field, in words. */
  readonly errors: Readonly<Record<string, string>>;
  /** What is wrong with the whole. */
  readonly trouble?: string;
}
export const emptyForm = (token: string): FormState => ({ token, values: {}, errors: {} });

type Fields = Pick<FormDefinition, 'fields'>;

/** The request as the operation wants it: texts trimmed, empty ones left out, ticks as truth values. */
export function requestOf({ fields }: Fields, entered: Entered): Record<string, unknown> {
  const values = fields.map(({ name, kind }) => {
    const text = (entered[name] ?? '').replace(/\r\n?/g, '\n').trim();
    return [name, kind === 'yes' ? text === 'yes' : text] as const;
  });
  return Object.fromEntries(values.filter(([, value]) => value !== ''));
}

export const missingIn = ({ fields }: Fields, entered: Entered): string[] =>
  fields.filter(({ name, kind, optional }) => kind !== 'yes' && !optional && !(entered[name] ?? '').trim()).map(({ name }) => name);
