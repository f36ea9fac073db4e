import {
  type NoticeColour,
  type PartState,
  partStateWords,
  type SupervisionAct,
  type SupervisionLamp,
  type SupervisionSource,
  type SupervisionState,
  supervisionStateWords,
} from '@karez/contracts-oa';
import { type Lamp, palette, type StateLook } from '@karez/web-ui';

const glyphs: Readonly<Record<SupervisionState, Pick<StateLook, 'glyph' | 'color'>>> = {
  registered: { glyph: 'diamond', color: palette.amber },
  established: { glyph: 'diamond', color: palette.amber },
  assigned: { glyph: 'ring', color: palette.water },
  handling: { glyph: 'half', color: palette.water },
  closing: { glyph: 'diamond', color: palette.amber },
  reviewed: { glyph: 'diamond', color: palette.amber },
  closed: { glyph: 'full', color: palette.green },
  evaluated: { glyph: 'full', color: palette.green },
  archived: { glyph: 'full', color: palette.slate },
  suspended: { glyph: 'barred', color: palette.slate },
  terminated: { glyph: 'barred', color: palette.slate },
};
export const supervisionLook = (state: SupervisionState): StateLook => ({ ...glyphs[state], label: supervisionStateWords[state] });
const partGlyphs: Readonly<Record<PartState, Pick<StateLook, 'glyph' | 'color'>>> = {
  sent: { glyph: 'ring', color: palette.water },
  accepted: { glyph: 'half', color: palette.water },
  returned: { glyph: 'barred', color: palette.plum },
  reported: { glyph: 'full', color: palette.green },
};
export const partLook = (state: PartState): StateLook => ({ ...partGlyphs[state], label: partStateWords[state] });

export const sourceWord: Readonly<Record<SupervisionSource, string>> = {
  ...{ instruction: '领导批示', meeting: '会议决议', superior: '上级文件', key_work: '重点工作' },
  ...{ proposal: '建议提案', petition: '信访件', approval: '审批超期' },
};
export const lampWord: Readonly<Record<SupervisionLamp, string>> = { red: '逾期', yellow: '临近', green: '正常', none: '已了结' };
export const colourWord: Readonly<Record<NoticeColour, string>> = { blue: '蓝色督办单', yellow: '黄色督办单', red: '红色督办单' };
export const actWord: Readonly<Record<SupervisionAct, string>> = {
  ...{ establish: '立项', refuse: '不予立项', assign: '交办', accept: '签收', give_back: '退回重派', divide: '分解任务' },
  ...{ report: '反馈进展', ask_extension: '申请延期', decide_extension: '审批延期', urge: '发督办单', ask_closing: '申请办结' },
  ...{ review: '审核办结', confirm: '确认销号', evaluate: '评价', archive: '归档', suspend: '暂停', resume: '恢复', terminate: '中止' },
};
/** The one that leads on comes first; what ends things early comes last. */
const order: readonly SupervisionAct[] = [
  ...(['establish', 'assign', 'accept', 'decide_extension', 'review', 'confirm', 'evaluate', 'archive', 'resume'] as const),
  ...(['report', 'ask_closing', 'ask_extension', 'divide', 'urge', 'refuse', 'give_back', 'suspend', 'terminate'] as const),
];

/** While it is handled, giving it to somebody else is what is done last. */
export const actsInOrder = ({ acts, state }: { acts: readonly SupervisionAct[]; state: SupervisionState }): SupervisionAct[] => {
  const shown = order.filter((act) => acts.includes(act));
  return state === 'handling' && shown[0] === 'assign' ? [...shown.slice(1), 'assign'] : shown;
};
export const actLabel = (act: SupervisionAct, state: SupervisionState): string =>
  act === 'assign' && state === 'handling' ? '改派主办' : actWord[act];

/** What a lamp says: always words. */
export function lampText({ lamp, daysLeft, state }: { lamp: SupervisionLamp; daysLeft: number; state: SupervisionState }): [Lamp, string] {
  if (lamp === 'none') return ['none', state === 'suspended' ? '已暂停' : state === 'terminated' ? '已中止' : '已销号'];
  if (lamp === 'red') return ['red', daysLeft === 0 ? '今日逾期' : `逾期 ${-daysLeft} 日`];
  return [lamp, daysLeft === 0 ? '今日到期' : `剩 ${daysLeft} 日`];
}
