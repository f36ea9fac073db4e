import { type Opinion, opinions, type TaskAct, type TaskActed, type TaskView } from '@karez/contracts-approval';
import { type FieldSpec, SchemaForm } from '@karez/web-ui';
import { drafts } from '../../app/drafts.js';
import { OfficeModal } from '../../exchange/delivery/office-modal.js';
import { approval } from '../approval-queries.js';
import { opinionNames } from '../approval-words.js';
import { taskActLeads, taskActNames } from './act-words.js';
import { PersonChoice, type ChosenPerson } from '../../people/person-choice.js';
import { useCaseAct } from './use-case-act.js';

interface TaskDialogProps {
  task: TaskView;
  act: TaskAct;
  onClose: () => void;
}
type Values = Record<string, unknown>;

const person: FieldSpec = { kind: 'own', name: 'person', label: '请谁', required: true, control: <PersonChoice /> };
const reason: FieldSpec = { kind: 'long', name: 'reason', label: '说明', help: '必填，对方和办理过程会看到', required: true, max: 500 };

function fieldsOf(act: TaskAct, task: TaskView): readonly FieldSpec[] {
  if (act === 'complete')
    return [
      {
        ...{ kind: 'choice', name: 'opinion', label: '意见', required: true },
        options: opinions.map((value) => ({ value, label: opinionNames[value] })),
      },
      { kind: 'long', name: 'text', label: '意见内容', help: '不同意的须写明理由', max: 2000 },
    ];
  if (act === 'return')
    return [
      {
        ...{ kind: 'select', name: 'toNode', label: '退回到', required: true },
        options: task.returnTo.map(({ node, name }) => ({ value: node, label: name })),
      },
      reason,
    ];
  if (act === 'add_sign')
    return [
      person,
      {
        ...{ kind: 'choice', name: 'place', label: '顺序', required: true },
        options: [
          { value: 'before', label: '先签，再回到我' },
          { value: 'after', label: '我签后再签' },
        ],
      },
      reason,
    ];
  return [person, reason];
}

/** The one more question that an act on a task asks. */
export function TaskDialog({ task, act, onClose }: TaskDialogProps) {
  const key = `approval.task.${act}.${task.id}`;
  const perform = useCaseAct((values: Values) => call(task.id, act, values), {
    said: saidOf(act, task),
    onDone: () => {
      drafts.drop(key);
      onClose();
    },
  });
  return (
    <OfficeModal title={`${taskActNames[act]}：${task.name}`} onClose={onClose}>
      <p className="office-lead">{taskActLeads[act]}</p>
      <SchemaForm
        label={taskActNames[act]}
        fields={fieldsOf(act, task)}
        initial={act === 'complete' ? { opinion: 'agree' } : act === 'add_sign' ? { place: 'before' } : {}}
        submit={taskActNames[act]}
        busy={perform.busy}
        refusal={perform.refusal}
        {...(act === 'complete' && { draft: { key, store: drafts } })}
        onSubmit={perform.run}
        onCancel={onClose}
      />
    </OfficeModal>
  );
}

const saidOf =
  (act: TaskAct, { name }: TaskView) =>
  ({ next }: TaskActed): string => {
    const open = [...new Set(next.map((each) => each.name))].join('、');
    return `${taskActNames[act]}已完成：${name}。${open ? `现在办到：${open}。` : '审查环节已经办完。'}`;
  };

function call(taskId: string, act: TaskAct, values: Values): Promise<TaskActed> {
  const text = (name: string): string => (typeof values[name] === 'string' ? values[name].trim() : '');
  const chosen = values['person'] as ChosenPerson | undefined;
  const other = { taskId, personId: chosen?.id ?? '', personName: chosen?.name ?? '', reason: text('reason') };
  switch (act) {
    case 'complete':
      return approval.completeTask({ taskId, opinion: values['opinion'] as Opinion, ...(text('text') && { text: text('text') }) });
    case 'return':
      return approval.returnTask({ taskId, toNode: text('toNode'), reason: text('reason') });
    case 'transfer':
      return approval.transferTask(other);
    case 'delegate':
      return approval.delegateTask(other);
    case 'add_sign':
      return approval.addSign({ ...other, place: values['place'] as 'before' | 'after' });
    case 'consult':
      return approval.consultTask(other);
    case 'claim':
      return approval.claimTask({ taskId });
    case 'release':
      return approval.releaseTask({ taskId });
  }
}
