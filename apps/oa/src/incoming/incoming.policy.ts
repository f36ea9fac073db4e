import { holds } from '@karez/auth';
import type { Permission } from '@karez/contracts-kernel';
import { type IncomingAct, type IncomingPhase, incomingPhaseWords } from '@karez/contracts-oa';
import { type Actor, DomainError } from '@karez/kernel';
import type { Step } from '../handling/steps.js';

/** `desk`: the body's registrars · otherwise whose turn of that phase is open. */
interface ActRule {
  readonly states: readonly IncomingPhase[];
  readonly needs: Permission;
  readonly turn: 'desk' | 'propose' | 'instruct' | 'work' | 'read';
}
const running = ['registered', 'proposing', 'instructing', 'assigning', 'handling'] as const;
const desk = { needs: 'oa.incoming.register', turn: 'desk' } as const;
export const incomingRules: Readonly<Record<IncomingAct, ActRule>> = {
  register: { ...desk, states: ['received'] },
  return: { ...desk, states: ['received', 'registered'] },
  propose: { ...desk, states: ['registered'] },
  submit: { states: ['proposing'], needs: 'oa.document.handle', turn: 'propose' },
  instruct: { states: ['instructing'], needs: 'oa.document.sign', turn: 'instruct' },
  assign: { ...desk, states: ['registered', 'assigning'] },
  handle: { states: ['handling'], needs: 'oa.document.handle', turn: 'work' },
  close: { ...desk, states: ['registered', 'assigning'] },
  circulate: { ...desk, states: [...running, 'closed'] },
  read: { states: [...running, 'closed', 'archived'], needs: 'oa.document.read', turn: 'read' },
  urge: { ...desk, states: running },
};
const work = ['lead', 'assist'];

/** @throws DomainError `oa.incoming.act_refused` */
export function assertIncomingAct(state: IncomingPhase, act: IncomingAct): void {
  if (!incomingRules[act].states.includes(state)) throw new DomainError('oa.incoming.act_refused', { state: incomingPhaseWords[state] });
}
/** The phases of the turns that an act belongs to. */
export const turnsOf = (act: IncomingAct): readonly string[] => (incomingRules[act].turn === 'work' ? work : [incomingRules[act].turn]);

/** What the caller may do now. */
export function actsOnIncoming(
  state: IncomingPhase,
  { mine, desk: isDesk, open }: { readonly mine: readonly Step[]; readonly desk: boolean; readonly open: readonly Step[] },
  actor: Actor,
): IncomingAct[] {
  return (Object.keys(incomingRules) as IncomingAct[]).filter((act) => {
    const { states, needs, turn } = incomingRules[act];
    if (!states.includes(state) || !holds(actor, needs)) return false;
    if (act === 'urge') return isDesk && open.some(({ phase }) => phase !== 'register' && phase !== 'assign');
    return turn === 'desk' ? isDesk : mine.some(({ phase }) => turnsOf(act).includes(phase));
  });
}
