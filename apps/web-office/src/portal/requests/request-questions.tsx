import { answerKinds, type DisclosureAct, type DisclosureRequestView, groundedKinds, longestExtension } from '@karez/contracts-portal';
import type { FieldSpec } from '@karez/web-ui';
import { api } from '../../app/api.js';
import { type Question, wordsIn } from '../../app/ask-dialog.js';
import { answerWord } from './request-words.js';

type Asked = Question<DisclosureRequestView>;
const long = (name: string, label: string, max: number, help?: string): FieldSpec => ({
  kind: 'long',
  name,
  label,
  required: true,
  max,
  help,
});
const thirdAnswers = { agrees: '同意公开', objects: '不同意公开', silent: '逾期未答复' } as const;

/** What each act asks, and what the applicant is told. Articles are those of the 《政府信息公开条例》. */
const questions: Readonly<Record<DisclosureAct, (view: DisclosureRequestView) => Asked>> = {
  ask_correction: ({ id: requestId }) => ({
    ...{ title: '告知补正', submit: '告知申请人' },
    lead: '一次性告知补正内容，收到申请 7 个工作日内提出；收到补正后期限重新起算（第三十条）。',
    fields: [long('what', '需要补正什么', 500, '申请人会看到')],
    call: (values) => api.portal.askCorrection({ requestId, what: wordsIn(values, 'what') ?? '' }),
    said: () => '已告知申请人补正，期限停止计算。',
  }),
  abandon: ({ id: requestId }) => ({
    ...{ title: '视为放弃申请', submit: '视为放弃' },
    lead: '申请人无正当理由逾期不补正的，视为放弃，不再处理（第三十条）。办结后不能再办。',
    fields: [long('reason', '理由', 300)],
    call: (values) => api.portal.abandonDisclosureRequest({ requestId, reason: wordsIn(values, 'reason') ?? '' }),
    said: () => '已按放弃申请办结。',
  }),
  consult: ({ id: requestId }) => ({
    ...{ title: '征求第三方意见', submit: '开始征求' },
    lead: '涉及第三方合法权益或由多个机关制作的，书面征求意见；所需时间不计入期限（第三十二、三十三条）。',
    fields: [{ kind: 'text', name: 'party', label: '征求谁的意见', required: true, max: 120 }],
    call: (values) => api.portal.consultThirdParty({ requestId, party: wordsIn(values, 'party') ?? '' }),
    said: () => '已登记征求意见，期限停止计算。',
  }),
  consulted: ({ id: requestId, consulted }) => ({
    ...{ title: '登记第三方意见', submit: '登记' },
    lead: `${consulted ?? '第三方'}的意见登记后，期限继续计算。`,
    fields: [
      {
        ...{ kind: 'choice', name: 'answer', label: '意见', required: true },
        options: (Object.keys(thirdAnswers) as (keyof typeof thirdAnswers)[]).map((value) => ({ value, label: thirdAnswers[value] })),
      },
    ],
    call: (values) => api.portal.thirdPartyAnswered({ requestId, answer: values['answer'] as keyof typeof thirdAnswers }),
    said: () => '已登记，期限继续计算。',
  }),
  extend: ({ id: requestId }) => ({
    ...{ title: '延长答复期限', submit: '延长' },
    lead: `经政府信息公开工作机构负责人同意，只能延长一次，最多 ${longestExtension} 个工作日，并告知申请人（第三十三条）。`,
    fields: [
      {
        ...{ kind: 'text', name: 'workingDays', label: '延长几个工作日', required: true },
        pattern: [/^([1-9]|1\d|20)$/, `填 1 到 ${longestExtension}`],
      },
      long('reason', '理由', 300, '申请人会看到'),
    ],
    call: (values) =>
      api.portal.extendDisclosureRequest({
        requestId,
        workingDays: Number(values['workingDays']),
        reason: wordsIn(values, 'reason') ?? '',
      }),
    said: ({ extendedBy }) => `已延长 ${extendedBy} 个工作日，并告知申请人。`,
  }),
  draft: ({ id: requestId, answer, answerKind, ground }) => ({
    ...{ title: '拟写答复书', submit: '送审定', draftKey: `portal.request.${requestId}` },
    lead: `${groundedKinds.map((kind) => answerWord[kind]).join('、')}的，须写明法律依据（第三十六条）。`,
    fields: [
      {
        ...{ kind: 'select', name: 'kind', label: '答复种类', required: true },
        options: answerKinds.map((value) => ({ value, label: answerWord[value] })),
      },
      long('answer', '答复', 8000),
      { kind: 'text', name: 'ground', label: '法律依据', max: 300, placeholder: '《政府信息公开条例》第……条' },
    ],
    initial: { kind: answerKind, answer, ground },
    call: (values) =>
      api.portal.draftDisclosureAnswer({
        ...{ requestId, answer: wordsIn(values, 'answer') ?? '', ground: wordsIn(values, 'ground') },
        kind: answerKinds.find((each) => each === values['kind']) ?? 'disclosed',
      }),
    said: () => '答复书已送审定。',
  }),
  return: ({ id: requestId }) => ({
    ...{ title: '退回答复书', submit: '退回' },
    lead: '退回后重新拟写，期限不停。',
    fields: [long('reason', '理由', 300, '拟写人会看到')],
    call: (values) => api.portal.returnDisclosureAnswer({ requestId, reason: wordsIn(values, 'reason') ?? '' }),
    said: () => '已退回重拟。',
  }),
  approve: ({ id: requestId, answerKind }) => ({
    ...{ title: '审定答复书并发出', submit: '审定并发出' },
    lead: `答复种类：${answerKind ? answerWord[answerKind] : '未定'}。发出后申请人凭查询码可见，不能修改。`,
    fields: [],
    call: () => api.portal.approveDisclosureAnswer({ requestId }),
    said: () => '答复书已发出。',
  }),
};
export const requestQuestion = (act: DisclosureAct, view: DisclosureRequestView): Asked => questions[act](view);
