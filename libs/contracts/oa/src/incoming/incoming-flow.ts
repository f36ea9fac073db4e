import { defineFlow, type StateOf } from '@karez/contracts-kernel';

/**
 * 收文 (《条例》 2012 art. 24–25): signed for, registered, proposed, instructed, handled, closed, archived. What is only to be read goes from
 * the register to its end by circulation; what does not fit is given back to its sender.
 */
export const incomingFlow = defineFlow('received', {
  received: ['registered', 'returned'],
  registered: ['proposing', 'handling', 'closed', 'returned'],
  proposing: ['instructing', 'handling', 'closed'],
  instructing: ['instructing', 'assigning'],
  assigning: ['handling', 'closed'],
  handling: ['assigning', 'closed'],
  closed: ['archived'],
  returned: [],
  archived: [],
});
export type IncomingPhase = StateOf<typeof incomingFlow>;
export const incomingPhases = Object.keys(incomingFlow.moves) as IncomingPhase[];
export const incomingPhaseWords: Readonly<Record<IncomingPhase, string>> = {
  received: '待登记',
  registered: '待拟办',
  proposing: '拟办',
  instructing: '批示',
  assigning: '分办',
  handling: '承办',
  closed: '已办结',
  returned: '已退回',
  archived: '已归档',
};
export const incomingActs = [
  'register',
  'return',
  'propose',
  'submit',
  'instruct',
  'assign',
  'handle',
  'close',
  'circulate',
  'read',
  'urge',
] as const;
export type IncomingAct = (typeof incomingActs)[number];
export const incomingOrigins = ['exchange', 'paper'] as const;
export type IncomingOrigin = (typeof incomingOrigins)[number];
