import type { IncomingAct, IncomingView } from '@karez/contracts-oa';
import { type Question, wordsIn } from '../../app/ask-dialog.js';
import { type ChosenPerson, PersonChoice } from '../../people/person-choice.js';
import { PeopleChoice } from '../documents/people-choice.js';
import { oa } from '../oa-client.js';

type Asked = Question<IncomingView>;
type Values = Record<string, unknown>;
const long = (name: string, label: string, more: { required?: boolean; max: number; help?: string }) =>
  ({ kind: 'long', name, label, ...more }) as const;
const optional = <Name extends string>(values: Values, name: Name): Partial<Record<Name, string>> => {
  const words = wordsIn(values, name);
  return (words ? { [name]: words } : {}) as Partial<Record<Name, string>>;
};
const personIn = (values: Values, name: string): string => (values[name] as ChosenPerson | undefined)?.id ?? '';
const peopleIn = (values: Values, name: string): string[] => (values[name] as string[] | undefined) ?? [];
const now = ({ waitingFor }: IncomingView): string => (waitingFor.length ? `现由${waitingFor.join('、')}办理。` : '');

/** What each act asks, and who has it next. */
export function incomingQuestion(act: IncomingAct, view: IncomingView): Asked {
  const incomingId = view.id;
  const draftKey = `oa.incoming.${act}.${incomingId}`;
  switch (act) {
    case 'register':
      return {
        ...{
          title: '收文登记',
          submit: '登记取号',
          lead: '初审：应由本单位办理、符合行文规则、要素齐全的予以登记；不符合的请退回来文单位。',
        },
        fields: [{ kind: 'date', name: 'dueOn', label: '办结时限', help: '不需办复的不填' }, long('summary', '内容摘要', { max: 2000 })],
        call: (values) => oa.registerIncoming({ incomingId, ...optional(values, 'dueOn'), ...optional(values, 'summary') }),
        said: ({ number }) => `已登记，${number ?? ''}。`,
      };
    case 'return':
      return {
        ...{
          title: '退回来文',
          submit: '退回',
          lead: view.deliveryId ? '这里记下退回的理由；请同时在公文交换里办理退文，对方会收到。' : '记下退回的理由。',
        },
        fields: [long('reason', '理由', { required: true, max: 500 })],
        call: (values) => oa.returnIncoming({ incomingId, reason: wordsIn(values, 'reason') ?? '' }),
        said: () => '已退回。',
      };
    case 'propose':
      return {
        ...{ title: '送拟办', submit: '送出', lead: '由办公室负责人或承办部门提出拟办意见。' },
        fields: [{ kind: 'own', name: 'person', label: '拟办人', required: true, control: <PersonChoice /> }],
        call: (values) => oa.proposeIncoming({ incomingId, personId: personIn(values, 'person') }),
        said: now,
      };
    case 'submit':
      return {
        ...{ title: '拟办', submit: '送领导批示', draftKey, lead: '可选多位领导，同时批示。' },
        fields: [
          long('opinion', '拟办意见', { required: true, max: 1000 }),
          { kind: 'own', name: 'leaders', label: '批示领导', required: true, control: <PeopleChoice /> },
        ],
        call: (values) =>
          oa.submitIncoming({ incomingId, opinion: wordsIn(values, 'opinion') ?? '', leaderIds: peopleIn(values, 'leaders') }),
        said: now,
      };
    case 'instruct':
      return {
        ...{ title: '批示', submit: '批示', draftKey, lead: '批示不能修改。填写督办期限的，同时登记为督办事项。' },
        fields: [
          long('text', '批示', { required: true, max: 1000 }),
          { kind: 'date', name: 'superviseBy', label: '督办期限', help: '不督办的不填' },
        ],
        call: (values) => oa.instructIncoming({ incomingId, text: wordsIn(values, 'text') ?? '', ...optional(values, 'superviseBy') }),
        said: () => '已批示。',
      };
    case 'assign':
      return {
        ...{ title: '分办', submit: '交办', lead: '主办在协办都反馈之后汇总。' },
        fields: [
          { kind: 'own', name: 'lead', label: '主办', required: true, control: <PersonChoice /> },
          { kind: 'own', name: 'assists', label: '协办', control: <PeopleChoice /> },
          { kind: 'date', name: 'dueOn', label: '办结时限' },
          long('opinion', '要求', { max: 500 }),
        ],
        call: (values) =>
          oa.assignIncoming({
            incomingId,
            leadId: personIn(values, 'lead'),
            assistIds: peopleIn(values, 'assists'),
            ...optional(values, 'dueOn'),
            ...optional(values, 'opinion'),
          }),
        said: now,
      };
    case 'handle':
      return {
        ...{ title: '反馈承办情况', submit: '提交', draftKey, lead: '提交后不能修改。' },
        fields: [long('text', '承办情况', { required: true, max: 4000 })],
        call: (values) => oa.handleIncoming({ incomingId, text: wordsIn(values, 'text') ?? '' }),
        said: () => '承办情况已提交。',
      };
    case 'close':
      return {
        ...{ title: '办结', submit: '办结', draftKey, lead: '办结后移交归档；传阅不受影响。' },
        fields: [long('result', '办理结果', { required: true, max: 2000, help: '有复文的写明文号' })],
        call: (values) => oa.closeIncoming({ incomingId, result: wordsIn(values, 'result') ?? '' }),
        said: () => '已办结。',
      };
    case 'circulate':
      return {
        ...{ title: '传阅', submit: '送阅', lead: '与办理同时进行，退回和办结都不影响阅件人。' },
        fields: [{ kind: 'own', name: 'readers', label: '阅件人', required: true, control: <PeopleChoice /> }],
        call: (values) => oa.circulateIncoming({ incomingId, readerIds: peopleIn(values, 'readers') }),
        said: () => '已送阅。',
      };
    case 'read':
      return {
        ...{ title: '阅', submit: '已阅', lead: '可以写意见，也可以不写。' },
        fields: [long('opinion', '意见', { max: 1000 })],
        call: (values) => oa.readIncoming({ incomingId, ...optional(values, 'opinion') }),
        said: () => '已阅。',
      };
    case 'urge':
      return {
        title: '催办',
        submit: '催办',
        lead: `催促${view.waitingFor.join('、')}和未阅的人员。`,
        fields: [],
        call: () => oa.urgeIncoming({ incomingId }),
        said: () => '已催办。',
      };
  }
}

/** 纸质来文. */
export const enterQuestion: Asked = {
  ...{
    title: '登记纸质来文',
    submit: '登记取号',
    draftKey: 'oa.incoming.enter',
    lead: '经公文交换签收的来文会自动进入收文，不用在这里登记。',
  },
  fields: [
    { kind: 'text', name: 'title', label: '标题', required: true, max: 200 },
    { kind: 'text', name: 'senderName', label: '来文机关', required: true, max: 80 },
    { kind: 'text', name: 'senderNumber', label: '来文字号', max: 60 },
    long('summary', '内容摘要', { max: 2000 }),
    { kind: 'choice', name: 'again', label: '重复登记', help: '同一来文机关和文号已登记时', options: [{ value: 'no', label: '不重复登记' }, { value: 'yes', label: '确需重复登记' }] }, // prettier-ignore
  ],
  initial: { again: 'no' },
  call: (values) =>
    oa.enterIncoming({
      ...{ title: wordsIn(values, 'title') ?? '', senderName: wordsIn(values, 'senderName') ?? '' },
      ...{ ...optional(values, 'senderNumber'), ...optional(values, 'summary') },
      ...(values['again'] === 'yes' && { again: true }),
    }),
  said: ({ number }) => `已登记，${number ?? ''}。`,
};
