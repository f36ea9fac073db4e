import { supervisionSources, type SupervisionView } from '@karez/contracts-oa';
import { AskDialog, type Question, wordsIn } from '../../app/ask-dialog.js';
import { type ChosenPerson, PersonChoice } from '../../people/person-choice.js';
import { oa, oaKey } from '../oa-client.js';
import { sourceWord } from './supervision-words.js';

const question: Question<SupervisionView> = {
  ...{ title: '登记督办事项', submit: '登记，送领导立项', draftKey: 'oa.supervision.new' },
  lead: '登记后送督办领导立项；立项时编号，再交办。',
  fields: [
    { kind: 'text', name: 'title', label: '事项', required: true, max: 120 },
    {
      kind: 'select',
      name: 'source',
      label: '来源',
      required: true,
      options: supervisionSources.map((value) => ({ value, label: sourceWord[value] })),
    },
    { kind: 'long', name: 'sourceText', label: '批示或决议原文', max: 2000 },
    { kind: 'long', name: 'content', label: '督办要求', required: true, max: 4000 },
    { kind: 'own', name: 'leader', label: '督办领导', required: true, control: <PersonChoice /> },
    { kind: 'date', name: 'dueOn', label: '办结期限', required: true, help: '当日下班前；遇休息日顺延到下一个工作日' },
  ],
  call: (values) =>
    oa.registerSupervision({
      ...{ title: wordsIn(values, 'title') ?? '', content: wordsIn(values, 'content') ?? '', dueOn: wordsIn(values, 'dueOn') ?? '' },
      source: supervisionSources.find((each) => each === values['source']) ?? 'key_work',
      leaderId: (values['leader'] as ChosenPerson | undefined)?.id ?? '',
      ...(wordsIn(values, 'sourceText') && { sourceText: wordsIn(values, 'sourceText') }),
    }),
  said: ({ title, leaderName }) => `“${title}”已登记，送${leaderName ?? '领导'}立项。`,
};

export const RegisterDialog = ({ onClose }: { onClose: () => void }) => (
  <AskDialog question={question} changes={[oaKey]} onClose={onClose} />
);
