import { type DelegationView, type TodoKind, todoKinds, todoKindWords } from '@karez/contracts-oa';
import { Select } from 'antd';
import { AskDialog, type Question, wordsIn } from '../../app/ask-dialog.js';
import { today } from '../../app/time.js';
import { type ChosenPerson, PersonChoice } from '../../people/person-choice.js';
import { oa, oaKey } from '../oa-client.js';
import { periodWords } from './delegation-words.js';

interface KindsProps {
  value?: TodoKind[];
  onChange?: (kinds: TodoKind[]) => void;
  id?: string;
}
const Kinds = ({ value, onChange, id }: KindsProps) => (
  <Select<TodoKind[]>
    id={id}
    mode="multiple"
    allowClear
    value={value}
    onChange={onChange}
    placeholder="全部事项"
    options={todoKinds.map((kind) => ({ value: kind, label: todoKindWords[kind] }))}
    style={{ width: '100%' }}
  />
);

const day = (values: Record<string, unknown>, name: string): string => wordsIn(values, name) ?? today();
const question = (): Question<DelegationView> => ({
  ...{ title: '委托他人代办', submit: '委托', draftKey: 'oa.delegation.new', initial: { from: today() } },
  lead: '委托期间，对方能看到并办理您的待办，办理记录写明“您（对方代）”。不能转委托，随时可以收回。',
  fields: [
    { kind: 'own', name: 'to', label: '委托给', required: true, control: <PersonChoice /> },
    { kind: 'own', name: 'kinds', label: '事项', help: '不选即全部', control: <Kinds /> },
    { kind: 'date', name: 'from', label: '开始', required: true },
    { kind: 'date', name: 'until', label: '结束', required: true, help: '到当日 24 时' },
    { kind: 'text', name: 'reason', label: '事由', max: 200, placeholder: '出差、休假' },
  ],
  call: (values) =>
    oa.grantDelegation({
      toId: (values['to'] as ChosenPerson | undefined)?.id ?? '',
      kinds: (values['kinds'] as TodoKind[] | undefined) ?? [],
      from: new Date(`${day(values, 'from')}T00:00:00+08:00`).toISOString(),
      until: new Date(Date.parse(`${day(values, 'until')}T00:00:00+08:00`) + 86_400_000).toISOString(),
      ...(wordsIn(values, 'reason') && { reason: wordsIn(values, 'reason') }),
    }),
  said: (granted) => `已委托${granted.toName}代办，${periodWords(granted)}。`,
});

export const GrantDialog = ({ onClose }: { onClose: () => void }) => (
  <AskDialog question={question()} changes={[oaKey]} onClose={onClose} />
);
