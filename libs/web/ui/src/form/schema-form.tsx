import { Button, Form } from 'antd';
import { useState, type ReactNode } from 'react';
import { Refusal } from '../notice/refusal.js';
import { Field, type FieldSpec } from './field.js';
import type { DraftStore } from './draft.js';
import { sortProblems, type FieldProblem } from './field-problem.js';

export interface SchemaFormProps {
  /** What is filled in: 登记人员. */
  label: string;
  fields: readonly FieldSpec[];
  initial?: Record<string, unknown>;
  submit: string;
  onSubmit: (values: Record<string, unknown>) => void;
  busy?: boolean;
  /** Answer of the server to the last try. */
  refusal?: { readonly detail: string; readonly errors: readonly FieldProblem[] } | null;
  /** Ways out that belong to the refusal, or words under it. */
  refusalMore?: ReactNode;
  onCancel?: () => void;
  /** Unsent words wait under `key`; passwords and codes never do. */
  draft?: { readonly key: string; readonly store: DraftStore };
  /** Two columns where there is room. */
  wide?: boolean;
}

const secretKinds: readonly FieldSpec['kind'][] = ['password', 'new-password', 'code'];

/** A form from a list of fields: nothing typed is lost by a refusal, and every refusal stands where it belongs. */
export function SchemaForm(props: SchemaFormProps) {
  const { label, fields, initial, submit, onSubmit, busy, refusal, refusalMore, onCancel, draft, wide } = props;
  const [form] = Form.useForm<Record<string, unknown>>();
  const [kept] = useState(() => (draft ? draft.store.read(draft.key) : undefined));
  // what the server said of a field holds until that field is changed
  const [mended, setMended] = useState<{ of: unknown; names: readonly string[] }>({ of: null, names: [] });
  const names = fields.map((field) => field.name);
  const { beside, above } = sortProblems(refusal?.errors ?? [], names);
  if (mended.of === refusal) for (const name of mended.names) beside.delete(name);
  const rest = refusal && beside.size === 0 && mended.of !== refusal ? refusal.detail : above.join('；');

  const onValuesChange = (changed: Record<string, unknown>, all: Record<string, unknown>) => {
    setMended({ of: refusal, names: [...(mended.of === refusal ? mended.names : []), ...Object.keys(changed)] });
    if (!draft) return;
    const open = fields.filter((field) => !secretKinds.includes(field.kind) && all[field.name] !== undefined);
    draft.store.write(draft.key, Object.fromEntries(open.map((field) => [field.name, all[field.name]])));
  };

  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      aria-label={label}
      initialValues={{ ...initial, ...kept }}
      onValuesChange={onValuesChange}
      onFinish={onSubmit}
      className={wide ? 'kz-form kz-form-wide' : 'kz-form'}
    >
      {kept && <p className="kz-caption kz-form-kept">已取回您上次没有提交的内容。</p>}
      {fields.map((spec) => (
        <Field key={spec.name} spec={spec} problem={beside.get(spec.name)} />
      ))}
      <div className="kz-form-end">
        {rest && <Refusal result={rest}>{refusalMore}</Refusal>}
        <div className="kz-form-acts">
          <Button type="primary" htmlType="submit" loading={busy}>
            {submit}
          </Button>
          {onCancel && <Button onClick={onCancel}>取消</Button>}
        </div>
      </div>
    </Form>
  );
}
