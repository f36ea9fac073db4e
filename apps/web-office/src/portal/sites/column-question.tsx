import {
  columnTypes,
  type ColumnView,
  type ReviewStep,
  silenceByType,
  type SiteView,
  type StepKind,
  stepKinds,
} from '@karez/contracts-portal';
import type { FieldSpec } from '@karez/web-ui';
import { Button, Input, Select } from 'antd';
import { api } from '../../app/api.js';
import { OrgPicker } from '../../orgs/org-picker.js';
import { type Question, wordsIn } from '../../app/ask-dialog.js';
import { stepWord } from '../edition-words.js';
import { columnTypeWord } from './site-words.js';

const longest = (Object.keys(silenceByType) as (keyof typeof silenceByType)[])
  .map((type) => `${columnTypeWord[type]} ${silenceByType[type]} 天`)
  .join('、');

/** A column to be made or changed. */
export function columnQuestion(site: SiteView, all: readonly ColumnView[], old: ColumnView | undefined): Question<ColumnView> {
  const fields: readonly FieldSpec[] = [
    { kind: 'text', name: 'name', label: '名称', required: true, max: 40 },
    ...(old
      ? []
      : [
          {
            kind: 'text',
            name: 'code',
            label: '代码',
            help: '地址的一部分',
            required: true,
            pattern: [/^[a-z][a-z0-9-]{1,30}$/, '小写字母开头'],
          } as const,
        ]),
    {
      kind: 'select',
      name: 'type',
      label: '类型',
      required: true,
      options: columnTypes.map((value) => ({ value, label: columnTypeWord[value] })),
    },
    { kind: 'own', name: 'orgId', label: '责任单位', required: true, control: <OrgPicker /> },
    { kind: 'own', name: 'chain', label: '审核流程', help: '每步由不同的人办理；政务公开须有保密审查', control: <ChainField /> },
    { kind: 'text', name: 'longestSilence', label: '几天内必须更新', help: `上限：${longest}`, pattern: [/^[1-9]\d{0,3}$/, '填天数'] },
    {
      ...{ kind: 'select', name: 'parentId', label: '上级栏目' },
      options: all.filter(({ id }) => id !== old?.id).map(({ id, name }) => ({ value: id, label: name })),
    },
    { kind: 'text', name: 'position', label: '排列顺序', required: true, pattern: [/^\d{1,4}$/, '填数字，小的在前'] },
    {
      ...{ kind: 'choice', name: 'onHome', label: '首页' },
      options: [
        { value: 'yes', label: '显示' },
        { value: 'no', label: '不显示' },
      ],
    },
    { kind: 'text', name: 'nameUg', label: '维吾尔文名称', max: 80 },
    { kind: 'text', name: 'nameEn', label: '英文名称', max: 80 },
    { kind: 'long', name: 'description', label: '栏目描述', max: 200 },
  ];
  return {
    ...{ title: old ? `修改栏目「${old.name}」` : '新建栏目', submit: '保存' },
    lead: '审核流程的改动只用于之后送审的稿件。',
    fields,
    initial: old
      ? {
          ...old,
          longestSilence: old.longestSilence && String(old.longestSilence),
          position: String(old.position),
          onHome: old.onHome ? 'yes' : 'no',
        }
      : { orgId: site.orgId, position: String((all.length + 1) * 10), onHome: 'no', chain: [{ name: '初审', kind: 'review' }] },
    call: (values) => {
      const texts = textsOf(values, old);
      return old
        ? api.portal.updateColumn({ ...texts, columnId: old.id, version: old.version })
        : api.portal.createColumn({ ...texts, siteId: site.id, code: wordsIn(values, 'code') ?? '' });
    },
    said: ({ name }) => `已保存栏目「${name}」。`,
  };
}

const textsOf = (values: Record<string, unknown>, old: ColumnView | undefined) => ({
  ...{ name: wordsIn(values, 'name') ?? '', type: columnTypes.find((each) => each === values['type']) ?? 'news' },
  ...{ orgId: wordsIn(values, 'orgId') ?? '', chain: values['chain'] as ReviewStep[], position: Number(values['position']) },
  ...{ parentId: wordsIn(values, 'parentId'), onHome: values['onHome'] === 'yes', keywords: old?.keywords },
  ...{ nameUg: wordsIn(values, 'nameUg'), nameEn: wordsIn(values, 'nameEn'), description: wordsIn(values, 'description') },
  ...(wordsIn(values, 'longestSilence') && { longestSilence: Number(values['longestSilence']) }),
});

/** The steps of a chain, in their order. */
function ChainField({ value = [], onChange }: { value?: readonly ReviewStep[]; onChange?: (value: ReviewStep[]) => void }) {
  const change = (at: number, part: Partial<ReviewStep>) =>
    onChange?.(value.map((each, index) => (index === at ? { ...each, ...part } : each)));
  return (
    <div className="portal-chain-fields">
      {value.map((step, at) => (
        <div key={at}>
          <Input
            value={step.name}
            maxLength={20}
            aria-label={`第 ${at + 1} 步的名称`}
            onChange={(event) => change(at, { name: event.target.value })}
          />
          <Select<StepKind>
            value={step.kind}
            aria-label={`第 ${at + 1} 步的种类`}
            options={stepKinds.map((kind) => ({ value: kind, label: stepWord[kind] }))}
            onChange={(kind) => change(at, { kind })}
          />
          <Button
            disabled={value.length < 2}
            aria-label={`删去第 ${at + 1} 步`}
            onClick={() => onChange?.(value.filter((_, index) => index !== at))}
          >
            删去
          </Button>
        </div>
      ))}
      {value.length < 8 && <Button onClick={() => onChange?.([...value, { name: '复审', kind: 'review' }])}>加一步</Button>}
    </div>
  );
}
