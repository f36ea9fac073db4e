import { disclosureGenres, disclosureThemes } from '@karez/contracts-portal';
import { Field, sortProblems, type FieldProblem, type FieldSpec } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { genreWord, themeWord } from '../edition-words.js';
import { columnsQuery } from '../portal-queries.js';
import type { EditionValues } from './edition-values.js';

const options = <K extends string>(keys: readonly K[], words: Readonly<Record<K, string>>) =>
  keys.map((value) => ({ value, label: words[value] }));
const texts: readonly FieldSpec[] = [
  { kind: 'long', name: 'summary', label: '摘要', help: '列表和检索里显示', max: 300 },
  { kind: 'text', name: 'source', label: '来源', required: true, max: 60 },
  { kind: 'text', name: 'author', label: '作者', max: 40 },
  { kind: 'text', name: 'keywords', label: '关键词', help: '用、分开，最多 10 个', max: 210 },
];
const entry: readonly FieldSpec[] = [
  { kind: 'select', name: 'theme', label: '主题分类', options: options(disclosureThemes, themeWord) },
  { kind: 'select', name: 'genre', label: '体裁', options: options(disclosureGenres, genreWord) },
  { kind: 'text', name: 'documentNumber', label: '文号', max: 60 },
  { kind: 'date', name: 'formedOn', label: '成文日期', help: '须在 20 个工作日内公开' },
  {
    ...{ kind: 'select', name: 'validity', label: '有效性' },
    options: [
      { value: 'valid', label: '有效' },
      { value: 'expired', label: '失效' },
      { value: 'abolished', label: '废止' },
    ],
  },
];
const note: FieldSpec = { kind: 'text', name: 'changeNote', label: '修订说明', help: '读者会看到', max: 200 };
const known = ['columnId', 'title', ...texts.map(({ name }) => name), ...entry.map(({ name }) => name), note.name];

interface EditionFormProps {
  siteId: string;
  values: EditionValues;
  onChange: (changed: Partial<EditionValues>) => void;
  problems?: readonly FieldProblem[];
  /** A later edition tells readers what was changed. */
  revises?: boolean;
}

/** 稿签: what stands beside the text. */
export function EditionForm({ siteId, values, onChange, problems = [], revises }: EditionFormProps) {
  const [form] = Form.useForm<EditionValues>();
  const { data: columns } = useQuery(columnsQuery(siteId));
  const open = (columns?.items ?? []).filter(({ state, id }) => state === 'open' || id === values.columnId);
  const { beside } = sortProblems(
    problems.map((problem) => ({ ...problem, field: problem.field.split('.').at(-1)! })),
    known,
  );
  const draw = (spec: FieldSpec) => <Field key={spec.name} spec={spec} problem={beside.get(spec.name)} />;
  const column: FieldSpec = {
    ...{ kind: 'select', name: 'columnId', label: '栏目', required: true },
    options: open.map(({ id, name }) => ({ value: id, label: name })),
  };
  const chosen = open.find(({ id }) => id === values.columnId);
  const disclosed = chosen?.type === 'disclosure' || chosen?.type === 'policy' || Boolean(values.theme);
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      aria-label="稿签"
      className="kz-form portal-slip"
      initialValues={values}
      onValuesChange={(changed: Partial<EditionValues>) => onChange(changed)}
    >
      {draw({ kind: 'long', name: 'title', label: '标题', required: true, max: 120 })}
      {draw(column)}
      {texts.map(draw)}
      {revises && draw(note)}
      <details className="portal-entry" open={disclosed}>
        <summary>政府信息公开目录</summary>
        <p className="kz-caption">填了主题、体裁和成文日期，发布时编索引号，列入公开目录。</p>
        {entry.map(draw)}
      </details>
    </Form>
  );
}
