import type { AnswerKind, DisclosureAct, DisclosureRequestState, DisclosureRequestView } from '@karez/contracts-portal';
import { palette, type StateLook } from '@karez/web-ui';

export const requestLook: Readonly<Record<DisclosureRequestState, StateLook>> = {
  received: { label: '办理中', glyph: 'half', color: palette.water },
  correcting: { label: '待申请人补正', glyph: 'ring', color: palette.slate },
  consulting: { label: '征求意见中', glyph: 'ring', color: palette.slate },
  drafted: { label: '待审定', glyph: 'diamond', color: palette.amber },
  answered: { label: '已答复', glyph: 'full', color: palette.green },
  abandoned: { label: '视为放弃', glyph: 'barred', color: palette.slate },
};
/** Why the clock stands. */
export const standsWord: Readonly<Partial<Record<DisclosureRequestState, string>>> = { correcting: '等补正', consulting: '时限除外' };
export const answerWord: Readonly<Record<AnswerKind, string>> = {
  ...{ disclosed: '予以公开', already_public: '已主动公开', partly: '部分公开', refused: '不予公开', not_held: '本机关不掌握' },
  ...{ not_ours: '不属本机关负责', repeated: '重复申请', not_information: '不属政府信息' },
};
export const requestActWord: Readonly<Record<DisclosureAct, string>> = {
  ...{ approve: '审定并发出', draft: '拟写答复书', ask_correction: '告知补正', consult: '征求第三方', consulted: '登记第三方意见' },
  ...{ extend: '延长期限', return: '退回', abandon: '视为放弃' },
};
/** The one that leads on comes first. */
export const requestActOrder: readonly DisclosureAct[] = [
  ...(['approve', 'draft', 'consulted', 'return', 'ask_correction', 'consult', 'extend', 'abandon'] as const),
];
export const formWord: Readonly<Record<DisclosureRequestView['form'], string>> = {
  ...{ electronic: '电子文本', paper: '纸质', on_site: '当场查阅' },
};
export const isOpenRequest = (state: DisclosureRequestState): boolean => state !== 'answered' && state !== 'abandoned';
/** `110105********002X` */
export const masked = (number: string): string => `${number.slice(0, 6)}${'*'.repeat(8)}${number.slice(14)}`;
