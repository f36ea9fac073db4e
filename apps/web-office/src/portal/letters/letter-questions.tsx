import { type LetterAct, letterClassNames, type LetterView } from '@karez/contracts-portal';
import { api } from '../../app/api.js';
import { OrgPicker } from '../../orgs/org-picker.js';
import { type Question, wordsIn } from '../../app/ask-dialog.js';
import { letterClassWord } from './letter-words.js';

/** What each act asks, and what it does to the writer and to the clock. */
export function letterQuestion(act: LetterAct, view: LetterView): Question<LetterView> {
  const letterId = view.id;
  const reason = (help: string) => ({ kind: 'long', name: 'reason', label: '理由', required: true, max: 300, help }) as const;
  switch (act) {
    case 'route':
      return {
        ...{ title: '转办来信', submit: '转办' },
        lead: '期限从收到来信之日起算，转办、改转都不重新起算。',
        fields: [
          { kind: 'own', name: 'orgId', label: '承办单位', required: true, control: <OrgPicker /> },
          {
            ...{ kind: 'choice', name: 'letterClass', label: '按哪类办理' },
            options: letterClassNames.map((value) => ({ value, label: letterClassWord(value) })),
          },
        ],
        initial: { letterClass: view.letterClass },
        call: (values) =>
          api.portal.routeLetter({
            letterId,
            orgId: wordsIn(values, 'orgId') ?? '',
            letterClass: letterClassNames.find((each) => each === values['letterClass']),
          }),
        said: ({ orgName }) => `已转${orgName}办理。`,
      };
    case 'draft':
      return {
        ...{ title: '拟写答复', submit: '送审定', draftKey: `portal.letter.${letterId}` },
        lead: '答复由拟写人以外的人审定后发给写信人。不要写入他人的电话、证件号等个人信息。',
        fields: [{ kind: 'long', name: 'reply', label: '答复', required: true, max: 8000 }],
        initial: { reply: view.reply },
        call: (values) => api.portal.draftReply({ letterId, reply: wordsIn(values, 'reply') ?? '' }),
        said: () => '答复已送审定。',
      };
    case 'approve':
      return {
        ...{ title: '审定并答复', submit: '审定并答复' },
        lead: view.mayPublish
          ? '答复即刻发给写信人，发出后不能修改。写信人同意公开，公开时不显示姓名、电话和住址。'
          : '答复即刻发给写信人，发出后不能修改。写信人不同意公开，来信和答复不上网。',
        fields: view.mayPublish
          ? [
              {
                ...{ kind: 'choice', name: 'publish', label: '网上公开', required: true },
                options: [
                  { value: 'yes', label: '公开来信和答复' },
                  { value: 'no', label: '只答复，不公开' },
                ],
              },
            ]
          : [],
        call: (values) => api.portal.approveReply({ letterId, publish: values['publish'] === 'yes' }),
        said: ({ published }) => (published ? '已答复写信人，来信和答复已公开。' : '已答复写信人。'),
      };
    case 'return':
      return {
        ...{ title: '退回答复', submit: '退回' },
        lead: '退回后由承办单位重新拟写，期限不停。',
        fields: [reason('拟写人会看到')],
        call: (values) => api.portal.returnReply({ letterId, reason: wordsIn(values, 'reason') ?? '' }),
        said: () => '已退回重拟。',
      };
    case 'close':
      return {
        ...{ title: '不予受理', submit: '不予受理' },
        lead: '用于重复来信、辱骂或不属本厅职权的来信，办结后不能再办。',
        fields: [reason('写信人会看到')],
        call: (values) => api.portal.closeLetter({ letterId, reason: wordsIn(values, 'reason') ?? '' }),
        said: () => '已办结，理由已告知写信人。',
      };
  }
}
