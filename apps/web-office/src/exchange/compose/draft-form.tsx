import { disclosures, documentTypes, exchangeWords, securityClasses, urgencies } from '@karez/contracts-exchange';
import { Field, sortProblems, type FieldProblem, type FieldSpec } from '@karez/web-ui';
import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import type { DraftValues } from './draft-values.js';
import { NumberField } from './number-field.js';
import { RelationsField } from './relations-field.js';
import { SecrecyGate } from './secrecy-gate.js';

const options = <K extends string>(keys: readonly K[], words: Readonly<Record<K, string>>) =>
  keys.map((value) => ({ value, label: words[value] }));

const head: readonly FieldSpec[] = [{ kind: 'text', name: 'title', label: '标题', required: true, max: 200, placeholder: '关于……的通知' }];
const kind: readonly FieldSpec[] = [
  {
    ...{ kind: 'select', name: 'documentType', label: '文种', required: true },
    options: options(documentTypes, exchangeWords.documentType),
  },
];
const marks: readonly FieldSpec[] = [
  { kind: 'select', name: 'urgency', label: '紧急程度', required: true, options: options(urgencies, exchangeWords.urgency) },
  { kind: 'select', name: 'securityClass', label: '密级', required: true, options: options(securityClasses, exchangeWords.securityClass) },
  { kind: 'select', name: 'disclosure', label: '公开属性', required: true, options: options(disclosures, exchangeWords.disclosure) },
];
const why: FieldSpec = { kind: 'text', name: 'nonDisclosureReason', label: '不予公开理由', max: 500, placeholder: '内部工作事项' };
const issue: readonly FieldSpec[] = [
  { kind: 'text', name: 'signatories', label: '签发人', help: '上行文必填，多人用、分开', max: 200 },
  { kind: 'date', name: 'issueDate', label: '成文日期', required: true },
];
const matter: readonly FieldSpec[] = [
  {
    ...{ kind: 'own', name: 'body', label: '正文', help: '一段一行；有版式文件时可以不填' },
    control: <Input.TextArea rows={8} maxLength={100_000} />,
  },
  { kind: 'long', name: 'attachmentNotes', label: '附件说明', help: '一个附件一行', max: 5_000 },
];
const foot: readonly FieldSpec[] = [
  { kind: 'text', name: 'annotation', label: '附注', help: '联系人、电话，或发至范围', max: 500 },
  { kind: 'text', name: 'printingOffice', label: '印发机关', max: 80 },
  { kind: 'text', name: 'issuerMark', label: '发文机关标志', help: '不填用单位名称加「文件」', max: 120 },
  { kind: 'own', name: 'relations', label: '关联公文', control: <RelationsField /> },
];

export interface DraftFormProps {
  values: DraftValues;
  fresh: boolean;
  onChange: (changed: Partial<DraftValues>) => void;
  problems: readonly FieldProblem[];
  /** Between the text and the end: layout file and attachments. */
  files: ReactNode;
}

/** The elements of GB/T 9704-2012 that a sender fills in, in the order of the page. */
export function DraftForm({ values, fresh, onChange, problems, files }: DraftFormProps) {
  const [form] = Form.useForm<DraftValues>();
  const { beside } = sortProblems(
    problems.map((problem) => ({ ...problem, field: problem.field.split('.')[0]! })),
    [...head, ...kind, ...marks, why, ...issue, ...matter, ...foot, number(fresh)].map(({ name }) => name),
  );
  const draw = (specs: readonly FieldSpec[]) => specs.map((spec) => <Field key={spec.name} spec={spec} problem={beside.get(spec.name)} />);
  const secret = values.securityClass !== undefined && values.securityClass !== 'none' ? values.securityClass : undefined;
  const back = () => {
    form.setFieldValue('securityClass', 'none');
    onChange({ securityClass: 'none' });
  };
  return (
    <Form<DraftValues>
      form={form}
      layout="vertical"
      requiredMark={false}
      aria-label="公文要素"
      initialValues={values}
      onValuesChange={onChange}
      className="compose-form kz-form"
    >
      {draw(head)}
      <div className="compose-kind">{draw([...kind, number(fresh)])}</div>
      <div className="compose-three">{draw(marks)}</div>
      {secret && <SecrecyGate chosen={secret} onBack={back} />}
      {values.disclosure === 'none' && draw([why])}
      <div className="compose-two">{draw(issue)}</div>
      {draw(matter)}
      {files}
      {draw(foot)}
    </Form>
  );
}

const number = (fresh: boolean): FieldSpec => ({
  ...{ kind: 'own', name: 'documentNumber', label: '发文字号', required: true },
  control: <NumberField fresh={fresh} />,
});
