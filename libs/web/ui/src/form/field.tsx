import { Form, Input, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { StateGlyph } from '../state/state-glyph.js';
import { palette } from '../tokens.js';

interface FieldBase {
  readonly name: string;
  readonly label: string;
  readonly required?: boolean;
  /** Beside the label: 必填，对方拟稿人会看到. */
  readonly help?: ReactNode;
  /** Checked before sending; the server checks again. Message in words. */
  readonly pattern?: readonly [RegExp, string];
  readonly max?: number;
}
export type FieldSpec =
  | (FieldBase & {
      readonly kind: 'text' | 'password' | 'new-password' | 'long';
      readonly autoComplete?: string;
      readonly placeholder?: string;
    })
  | (FieldBase & { readonly kind: 'code' | 'date' })
  | (FieldBase & { readonly kind: 'choice' | 'select'; readonly options: readonly { readonly value: string; readonly label: string }[] })
  /** A control of the screen's own; it receives `value`, `onChange`, `id` as antd's Form gives them. */
  | (FieldBase & { readonly kind: 'own'; readonly control: ReactNode });

/** One field of a `SchemaForm`: label above, control, and beside it what the server or the pattern has to say. */
export function Field({ spec, problem }: { spec: FieldSpec; problem?: string }) {
  const rules = [
    ...(spec.required ? [{ required: true, message: `请填写${spec.label}` }] : []),
    ...(spec.pattern ? [{ pattern: spec.pattern[0], message: spec.pattern[1] }] : []),
    ...(spec.max ? [{ max: spec.max, message: `最多 ${spec.max} 个字` }] : []),
  ];
  return (
    <Form.Item
      name={spec.name}
      rules={rules}
      validateTrigger="onBlur"
      label={
        <span>
          {spec.label}
          {spec.help && <span className="kz-help">{spec.help}</span>}
        </span>
      }
      {...(problem ? { validateStatus: 'error' as const, help: <FieldRefusal>{problem}</FieldRefusal> } : {})}
    >
      {control(spec)}
    </Form.Item>
  );
}

/** A refused field: glyph and words, so that it reads in grey too. */
export const FieldRefusal = ({ children }: { children: ReactNode }) => (
  <span className="kz-field-refusal">
    <StateGlyph glyph="barred" color={palette.plum} />
    {children}
  </span>
);

function control(spec: FieldSpec) {
  switch (spec.kind) {
    case 'long':
      // it grows by style alone: antd's own growing measures in a second, hidden field with styles that the page's policy refuses
      return <Input.TextArea className="kz-long" rows={3} maxLength={spec.max} placeholder={spec.placeholder} />;
    case 'password':
      return <Input.Password autoComplete="current-password" visibilityToggle={false} />;
    case 'new-password':
      return <Input.Password autoComplete="new-password" />;
    case 'code':
      return <Input className="kz-mono kz-code" inputMode="numeric" autoComplete="one-time-code" maxLength={32} />;
    case 'date':
      return <Input type="date" />;
    case 'choice':
      return <Radio.Group options={[...spec.options]} />;
    case 'select':
      return <Select virtual={spec.options.length > 100} options={[...spec.options]} allowClear={!spec.required} />;
    case 'own':
      return spec.control;
    case 'text':
      return <Input autoComplete={spec.autoComplete ?? 'off'} maxLength={spec.max} placeholder={spec.placeholder} />;
  }
}
