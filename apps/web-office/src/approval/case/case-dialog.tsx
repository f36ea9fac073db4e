import { type CaseView, exclusionNames, lawfulExclusions, type LawfulExclusion } from '@karez/contracts-approval';
import { type FieldSpec, SchemaForm } from '@karez/web-ui';
import { drafts } from '../../app/drafts.js';
import { OfficeModal } from '../../exchange/delivery/office-modal.js';
import { approval } from '../approval-queries.js';
import { type OfficeAct, officeActLeads, officeActNames } from './act-words.js';
import { useCaseAct } from './use-case-act.js';

interface CaseDialogProps {
  view: CaseView;
  act: OfficeAct;
  onClose: () => void;
}
type Values = Record<string, unknown>;
const text = (values: Values, name: string): string => (typeof values[name] === 'string' ? values[name].trim() : '');
const optional = (values: Values, name: string): Record<string, string> => (text(values, name) ? { [name]: text(values, name) } : {});

const reason = (label: string, min = 2): FieldSpec => ({
  ...{ kind: 'long', name: 'reason', label, required: true, max: 500 },
  help: `必填，${min} 至 500 字，申请人会看到`,
});
const fields: Readonly<Record<OfficeAct, readonly FieldSpec[]>> = {
  accept: [
    {
      ...{ kind: 'choice', name: 'joint', label: '办理方式', required: true },
      options: [
        { value: 'single', label: '本机关办理' },
        { value: 'joint', label: '多个部门联合办理（45 个工作日，可延长 15 个工作日）' },
      ],
    },
    { kind: 'long', name: 'note', label: '附言', help: '可不填', max: 500 },
  ],
  correct: [{ kind: 'long', name: 'items', label: '需要补正的内容', help: '一行一项，一次列全', required: true, max: 4000 }],
  refuse: [
    {
      ...{ kind: 'choice', name: 'kind', label: '情形', required: true },
      options: [
        { value: 'not_needed', label: '依法不需要取得许可' },
        { value: 'out_of_jurisdiction', label: '不属于本机关职权' },
        { value: 'incomplete', label: '补正后仍不齐全' },
      ],
    },
    reason('理由', 4),
    { kind: 'text', name: 'competentBody', label: '应当向哪个机关申请', help: '不属于本机关职权的必填', max: 80 },
  ],
  decide: [
    {
      ...{ kind: 'choice', name: 'granted', label: '决定', required: true },
      options: [
        { value: 'yes', label: '准予许可' },
        { value: 'no', label: '不予许可' },
      ],
    },
    { kind: 'long', name: 'text', label: '决定内容和理由', help: '必填，写入决定书', required: true, max: 2000 },
  ],
  deliver: [
    {
      ...{ kind: 'choice', name: 'way', label: '送达方式', required: true },
      options: [
        { value: 'window', label: '窗口领取' },
        { value: 'post', label: '邮寄' },
        { value: 'electronic', label: '电子送达' },
      ],
    },
    { kind: 'text', name: 'receivedBy', label: '收件人', required: true, max: 40 },
  ],
  suspend: [
    {
      ...{ kind: 'select', name: 'kind', label: '事由', required: true },
      options: lawfulExclusions.map((value) => ({ value, label: exclusionNames[value] })),
    },
    { kind: 'text', name: 'workingDays', label: '预计工作日', required: true, pattern: [/^[1-9]\d{0,2}$/, '填 1 至 200 的整数'] },
    reason('说明'),
  ],
  resume: [reason('说明')],
  extend: [{ kind: 'text', name: 'approver', label: '批准的机关负责人', required: true, max: 40 }, reason('延长的理由')],
  urge: [reason('督办意见')],
  supersede: [reason('理由')],
};
const initial: Readonly<Partial<Record<OfficeAct, Values>>> = { accept: { joint: 'single' }, deliver: { way: 'window' } };

/** The one more question that an act on the case asks, with what it will do said first. */
export function CaseDialog({ view, act, onClose }: CaseDialogProps) {
  const key = `approval.${act}.${view.id}`;
  const perform = useCaseAct((values: Values) => call(view.id, act, values), {
    said: ({ number, subject }) => `${officeActNames[act]}已完成：${subject}（${number ?? ''}）。`,
    onDone: () => {
      drafts.drop(key);
      onClose();
    },
  });
  return (
    <OfficeModal title={`${officeActNames[act]}：${view.subject}`} onClose={onClose}>
      <p className="office-lead">{officeActLeads[act]}</p>
      <SchemaForm
        label={officeActNames[act]}
        fields={fields[act]}
        initial={initial[act] ?? {}}
        submit={officeActNames[act]}
        busy={perform.busy}
        refusal={perform.refusal}
        draft={{ key, store: drafts }}
        onSubmit={perform.run}
        onCancel={onClose}
      />
    </OfficeModal>
  );
}

function call(caseId: string, act: OfficeAct, values: Values): Promise<CaseView> {
  const why = { caseId, reason: text(values, 'reason') };
  switch (act) {
    case 'accept':
      return approval.acceptCase({ caseId, joint: values['joint'] === 'joint', ...optional(values, 'note') });
    case 'correct':
      return approval.correctCase({ caseId, items: text(values, 'items').split(/\n+/).map((line) => line.trim()).filter(Boolean) }); // prettier-ignore
    case 'refuse':
      return approval.refuseCase({ ...why, kind: values['kind'] as 'not_needed', ...optional(values, 'competentBody') });
    case 'decide':
      return approval.decideCase({ caseId, granted: values['granted'] === 'yes', text: text(values, 'text') });
    case 'deliver':
      return approval.deliverCase({ caseId, way: values['way'] as 'window', receivedBy: text(values, 'receivedBy') });
    case 'suspend':
      return approval.suspendCase({ ...why, kind: values['kind'] as LawfulExclusion, workingDays: Number(values['workingDays']) });
    case 'resume':
      return approval.resumeCase(why);
    case 'extend':
      return approval.extendCase({ ...why, approver: text(values, 'approver') });
    case 'urge':
      return approval.urgeCase(why);
    case 'supersede':
      return approval.supersedeCase(why);
  }
}
