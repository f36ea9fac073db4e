import { orgKinds, type OrgView, type ReorganiseOrg } from '@karez/contracts-identity';
import { SchemaForm, type FieldSpec } from '@karez/web-ui';
import { Modal } from 'antd';
import { useNavigate } from 'react-router';
import { api } from '../app/api.js';
import { drafts } from '../app/drafts.js';
import { today } from '../app/time.js';
import { useAct } from '../app/use-act.js';
import { orgKindWord } from '../words/org-words.js';
import { OrgPicker } from './org-picker.js';
import { orgsKey } from './org-queries.js';

export type OrgAct = 'create' | ReorganiseOrg['act'];

const name: FieldSpec = { kind: 'text', name: 'name', label: '名称', required: true, max: 80 };
const reason: FieldSpec = { kind: 'long', name: 'reason', label: '依据', required: true, max: 500, help: '批文名称和文号，写入沿革' };
const day: FieldSpec = { kind: 'date', name: 'effectiveOn', label: '生效日期', help: '不填即今日；填以后的日期，到日自动办理' };
const target = (label: string): FieldSpec => ({ kind: 'own', name: 'targetId', label, required: true, control: <OrgPicker /> });

const forms: Record<OrgAct, { title: (org: string) => string; submit: string; words?: string; fields: readonly FieldSpec[] }> = {
  create: {
    title: (org) => `在「${org}」下设立机构`,
    submit: '设立',
    fields: [
      name,
      { kind: 'text', name: 'shortName', label: '简称', max: 40 },
      { kind: 'text', name: 'nameEn', label: '英文名称', max: 120 },
      {
        kind: 'select',
        name: 'kind',
        label: '类别',
        required: true,
        options: orgKinds.map((kind) => ({ value: kind, label: orgKindWord[kind] })),
      },
      { kind: 'text', name: 'divisionCode', label: '区划代码', pattern: [/^\d{6}$/, '区划代码是 6 位数字'] },
      {
        kind: 'text',
        name: 'creditCode',
        label: '统一社会信用代码',
        pattern: [/^[0-9A-HJ-NPQRTUWXY]{18}$/, '18 位数字和大写字母，不含 I、O、S、V、Z'],
      },
    ],
  },
  rename: { title: (org) => `「${org}」更名`, submit: '更名', fields: [name, day, reason], words: '过去的文件和记录仍以旧名显示。' },
  move: {
    title: (org) => `划转「${org}」`,
    submit: '划转',
    fields: [target('新的上级'), day, reason],
    words: '连同全部下级和人员一起划转。',
  },
  merge: {
    title: (org) => `把「${org}」并入另一机构`,
    submit: '合并',
    fields: [target('并入'), day, reason],
    words: '人员和下级归入接收机构，本机构撤销。',
  },
  abolish: {
    title: (org) => `撤销「${org}」`,
    submit: '撤销',
    fields: [day, reason],
    words: '须先调出人员和下级机构。撤销后不能恢复，沿革仍可查。',
  },
};
const doneWords: Record<OrgAct, string> = { create: '已设立', rename: '已更名为', move: '已划转', merge: '已合并', abolish: '已撤销' };

export function OrgDialog({ org, act, onClose }: { org: OrgView; act: OrgAct; onClose: () => void }) {
  const navigate = useNavigate();
  const form = forms[act];
  const draftKey = `org.${act}.${org.id}`;
  const done = (view: OrgView) => {
    drafts.drop(draftKey);
    onClose();
    if (act === 'create') void navigate(`/orgs/${view.id}`);
  };
  const run = useAct(
    (values: Record<string, unknown>) =>
      act === 'create'
        ? api.identity.createOrg({ ...filled(values), parentId: org.id } as Parameters<typeof api.identity.createOrg>[0])
        : api.identity.reorganiseOrg({ ...(filled(values) as Pick<ReorganiseOrg, 'reason'>), act, orgId: org.id, version: org.version }),
    {
      said: (view, { effectiveOn }) =>
        typeof effectiveOn === 'string' && effectiveOn > today()
          ? `已登记：${effectiveOn} 起${form.submit}「${org.name}」，到日自动办理。`
          : `${doneWords[act]}「${view.name}」。`,
      changes: [orgsKey],
      onDone: done,
    },
  );
  return (
    <Modal open title={form.title(org.name)} footer={null} onCancel={onClose} destroyOnHidden>
      {form.words && <p className="office-lead">{form.words}</p>}
      <SchemaForm
        label={form.title(org.name)}
        fields={form.fields}
        initial={act === 'rename' ? { name: org.name } : {}}
        submit={form.submit}
        busy={run.busy}
        refusal={run.refusal}
        draft={{ key: draftKey, store: drafts }}
        onSubmit={run.run}
        onCancel={onClose}
      />
    </Modal>
  );
}

/** Empty optional fields are left out: an empty credit code is not a wrong one. */
const filled = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== undefined));
