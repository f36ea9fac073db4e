import type { HearingAct, HearingView } from '@karez/contracts-portal';
import { api } from '../../app/api.js';
import { type Question, wordsIn } from '../../app/ask-dialog.js';

/** What each act asks, and what the public sees of it. */
export function hearingQuestion(act: Exclude<HearingAct, 'edit'>, { id: hearingId, title, voices }: HearingView): Question<HearingView> {
  switch (act) {
    case 'open':
      return {
        ...{ title: '开始征集、调查', submit: '开始', fields: [] },
        lead: '开始后即在网站公开，题目和说明不能再改。',
        call: () => api.portal.openHearing({ hearingId }),
        said: () => `《${title}》已在网站开始。`,
      };
    case 'close':
      return {
        ...{ title: '提前结束', submit: '结束', fields: [] },
        lead: `已收到 ${voices} 份。结束后不再接收，也不能重新开始；到截止时间会自动结束。`,
        call: () => api.portal.closeHearing({ hearingId }),
        said: () => '已结束。',
      };
    case 'report':
      return {
        ...{ title: '反馈结果', submit: '公布结果', draftKey: `portal.hearing.${hearingId}.result` },
        lead: `共收到 ${voices} 份。写明主要意见、采纳情况和不采纳的理由，在网站公布，公布后不能修改。`,
        fields: [
          { kind: 'long', name: 'result', label: '结果和采纳情况说明', required: true, max: 20_000 },
          { kind: 'text', name: 'adopted', label: '采纳几条', required: true, pattern: [/^\d{1,6}$/, '填数字'] },
        ],
        call: (values) =>
          api.portal.reportHearing({ hearingId, result: wordsIn(values, 'result') ?? '', adopted: Number(values['adopted']) }),
        said: () => '结果已公布。',
      };
    case 'discard':
      return {
        ...{ title: '删除草稿', submit: '删除', fields: [] },
        lead: '删除后不能恢复。',
        call: () => api.portal.discardHearing({ hearingId }),
        said: () => `已删除《${title}》。`,
      };
  }
}
