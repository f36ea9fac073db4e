import type { HearingKind, HearingState } from '@karez/contracts-portal';
import { palette, type StateLook } from '@karez/web-ui';

export const hearingLook: Readonly<Record<HearingState, StateLook>> = {
  draft: { label: '草稿', glyph: 'ring', color: palette.slate },
  open: { label: '进行中', glyph: 'half', color: palette.water },
  closed: { label: '待反馈结果', glyph: 'diamond', color: palette.amber },
  reported: { label: '已反馈', glyph: 'full', color: palette.green },
  discarded: { label: '已删除', glyph: 'barred', color: palette.slate },
};
export const hearingKindWord: Readonly<Record<HearingKind, string>> = { consultation: '意见征集', survey: '网上调查' };
export const questionWord = { one: '单选', several: '多选', text: '填写' } as const;
