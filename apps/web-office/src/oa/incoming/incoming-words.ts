import { type IncomingAct, type IncomingPhase, incomingPhaseWords } from '@karez/contracts-oa';
import { palette, type StateLook } from '@karez/web-ui';

const look = (glyph: StateLook['glyph'], color: string) => ({ glyph, color });
const glyphs: Readonly<Record<IncomingPhase, Pick<StateLook, 'glyph' | 'color'>>> = {
  received: look('diamond', palette.amber),
  registered: look('ring', palette.water),
  proposing: look('half', palette.water),
  instructing: look('diamond', palette.amber),
  assigning: look('half', palette.water),
  handling: look('half', palette.water),
  closed: look('full', palette.green),
  returned: look('barred', palette.plum),
  archived: look('full', palette.slate),
};
export const incomingLook = (phase: IncomingPhase): StateLook => ({ ...glyphs[phase], label: incomingPhaseWords[phase] });
export const incomingActWord: Readonly<Record<IncomingAct, string>> = {
  ...{ register: '登记', return: '退回来文', propose: '送拟办', submit: '拟办', instruct: '批示', assign: '分办', handle: '反馈承办情况' },
  ...{ close: '办结', circulate: '传阅', read: '阅', urge: '催办' },
};
export const handlingWord: Readonly<Record<string, string>> = { ...incomingActWord, handle: '承办', propose: '送拟办', read: '阅' };
export const turnWord: Readonly<Record<string, string>> = {
  ...{ register: '登记', assign: '分办', propose: '拟办', instruct: '批示', lead: '主办', assist: '协办', read: '传阅' },
};
export const actOrder: readonly IncomingAct[] = [
  ...(['register', 'instruct', 'submit', 'handle', 'assign', 'propose', 'close', 'read'] as const),
  ...(['circulate', 'urge', 'return'] as const),
];
