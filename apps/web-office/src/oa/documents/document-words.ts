import {
  type DocumentAct,
  type DocumentPhase,
  documentPhaseWords,
  type Disclosure,
  type ForwardPhase,
  type Layout,
  type Urgency,
  type Verdict,
} from '@karez/contracts-oa';
import { palette, type StateLook } from '@karez/web-ui';

const look = (glyph: StateLook['glyph'], color: string) => ({ glyph, color });
const glyphs: Readonly<Record<DocumentPhase, Pick<StateLook, 'glyph' | 'color'>>> = {
  drafting: look('ring', palette.water),
  reviewing: look('half', palette.water),
  countersigning: look('half', palette.water),
  vetting: look('half', palette.water),
  signing: look('diamond', palette.amber),
  rechecking: look('half', palette.water),
  numbering: look('half', palette.water),
  typesetting: look('half', palette.water),
  proofreading: look('half', palette.water),
  sealing: look('half', palette.water),
  distributing: look('half', palette.water),
  distributed: look('full', palette.green),
  closed: look('full', palette.green),
  archived: look('full', palette.slate),
  void: look('barred', palette.slate),
};
export const phaseLook = (phase: DocumentPhase): StateLook => ({ ...glyphs[phase], label: documentPhaseWords[phase] });

export const urgencyWord: Readonly<Record<Urgency, string>> = { none: '普通', urgent: '加急', extra_urgent: '特急' };
export const disclosureWord: Readonly<Record<Disclosure, string>> = { active: '主动公开', on_request: '依申请公开', none: '不予公开' };
export const layoutWord: Readonly<Record<Layout, string>> = {
  general: '文件格式',
  letter: '信函格式',
  order: '命令格式',
  minutes: '纪要格式',
};
export const forwardWord: Readonly<Record<ForwardPhase, string>> = {
  ...{ reviewing: '送审核', countersigning: '送会签', vetting: '送核稿', signing: '送签发' },
};
export const verdictWord: Readonly<Record<Verdict, string>> = { agree: '同意', disagree: '不同意', noted: '阅' };
export const actWord: Readonly<Record<DocumentAct, string>> = {
  ...{
    save: '保存',
    forward: '送出',
    opine: '会签',
    return: '退回拟稿',
    recall: '撤回',
    sign: '签发',
    recheck: '复核',
    number: '登记编号',
  },
  ...{ typeset: '排版', proofread: '校对', seal: '用印', distribute: '分发', close: '办结', archive: '归档', urge: '催办', void: '作废' },
};
/** What was done, for the record. */
export const handlingWord: Readonly<Record<string, string>> = {
  ...{ forward: '送出', countersign: '会签', return: '退回', recall: '撤回', sign: '签发', recheck: '复核', number: '登记编号' },
  ...{ typeset: '排版', proofread: '校对', seal: '用印', distribute: '分发', close: '办结', urge: '催办', void: '作废' },
};
/** The one that leads on comes first. */
export const actOrder: readonly DocumentAct[] = [
  ...(['sign', 'opine', 'recheck', 'number', 'typeset', 'proofread', 'seal', 'distribute', 'close', 'forward'] as const),
  ...(['return', 'recall', 'urge', 'void'] as const),
];
