import { holds } from '@karez/auth';
import type { Permission } from '@karez/contracts-kernel';
import {
  openSupervisionStates,
  type PartState,
  type SupervisionAct,
  type SupervisionLamp,
  type SupervisionState,
  supervisionStateWords,
  yellowDays,
} from '@karez/contracts-oa';
import { type Actor, DomainError, type WorkingCalendar } from '@karez/kernel';

interface ActRule {
  readonly states: readonly SupervisionState[];
  readonly needs: Permission;
  /** Who does it: the body that supervises, the one that leads, or any that has a part. */
  readonly side: 'owner' | 'lead' | 'part';
}
const running = ['assigned', 'handling'] as const;
export const supervisionRules: Readonly<Record<SupervisionAct, ActRule>> = {
  establish: { states: ['registered'], needs: 'oa.supervision.approve', side: 'owner' },
  refuse: { states: ['registered'], needs: 'oa.supervision.approve', side: 'owner' },
  assign: { states: ['established', 'handling'], needs: 'oa.supervision.write', side: 'owner' },
  accept: { states: running, needs: 'oa.supervision.handle', side: 'part' },
  give_back: { states: running, needs: 'oa.supervision.handle', side: 'part' },
  divide: { states: ['handling'], needs: 'oa.supervision.handle', side: 'lead' },
  report: { states: ['handling'], needs: 'oa.supervision.handle', side: 'part' },
  ask_extension: { states: ['handling'], needs: 'oa.supervision.handle', side: 'lead' },
  decide_extension: { states: ['handling'], needs: 'oa.supervision.approve', side: 'owner' },
  urge: { states: running, needs: 'oa.supervision.write', side: 'owner' },
  ask_closing: { states: ['handling'], needs: 'oa.supervision.handle', side: 'lead' },
  review: { states: ['closing'], needs: 'oa.supervision.write', side: 'owner' },
  confirm: { states: ['reviewed'], needs: 'oa.supervision.approve', side: 'owner' },
  evaluate: { states: ['closed'], needs: 'oa.supervision.write', side: 'owner' },
  archive: { states: ['evaluated'], needs: 'oa.supervision.write', side: 'owner' },
  suspend: { states: running, needs: 'oa.supervision.write', side: 'owner' },
  resume: { states: ['suspended'], needs: 'oa.supervision.write', side: 'owner' },
  terminate: { states: ['registered', 'established', ...running, 'suspended'], needs: 'oa.supervision.write', side: 'owner' },
};

/** @throws DomainError `oa.supervision.act_refused` in a state that the act does not belong to */
export function assertActIn(state: SupervisionState, act: SupervisionAct): void {
  const { states } = supervisionRules[act];
  if (!states.includes(state)) throw new DomainError('oa.supervision.act_refused', { state: supervisionStateWords[state] });
}

/** How the caller stands to an item, worked out from the reach of the grants. */
export interface Standing {
  readonly owns: boolean;
  readonly leads: boolean;
  /** States of the parts that are the caller's. */
  readonly parts: readonly PartState[];
  /** An extension waits to be decided. */
  readonly extensionAsked: boolean;
}

/** What the caller may do now: in this state, on this side, with this permission. */
export function actsOnSupervision(state: SupervisionState, standing: Standing, actor: Actor): SupervisionAct[] {
  return (Object.keys(supervisionRules) as SupervisionAct[]).filter((act) => {
    const { states, needs, side } = supervisionRules[act];
    if (!states.includes(state) || !holds(actor, needs)) return false;
    if (side === 'owner') return standing.owns && (act !== 'decide_extension' || standing.extensionAsked);
    if (act === 'accept' || act === 'give_back') return standing.parts.includes('sent');
    if (act === 'report') return standing.parts.some((part) => part === 'accepted' || part === 'reported');
    return side === 'lead' && standing.leads && !(act === 'ask_extension' && standing.extensionAsked);
  });
}

interface Timed {
  readonly state: SupervisionState;
  readonly dueAt: Date;
}
export interface Lit {
  readonly lamp: SupervisionLamp;
  /** Working days until it is due; negative when it is overdue. */
  readonly daysLeft: number;
}
const isOpen = (state: SupervisionState): boolean => (openSupervisionStates as readonly string[]).includes(state);

/** The lamp of an item at a moment: nothing of it is ever stored. */
export function lampOf({ state, dueAt }: Timed, calendar: WorkingCalendar, now: Date): Lit {
  const daysLeft = calendar.workingDaysBetween(now, dueAt);
  if (!isOpen(state)) return { lamp: 'none', daysLeft };
  if (dueAt < now) return { lamp: 'red', daysLeft: Math.min(daysLeft, 0) };
  return { lamp: daysLeft <= yellowDays ? 'yellow' : 'green', daysLeft };
}

/** Between which moments an item is due that has a lamp now, for a list: `[from, to)`, open where null. */
export function dueRange(lamp: 'red' | 'yellow' | 'green', calendar: WorkingCalendar, now: Date): [from: Date | null, to: Date | null] {
  if (lamp === 'red') return [null, now];
  // the close of the last yellow day still is yellow
  const afterYellow = new Date(calendar.addWorkingDays(now, yellowDays).at.getTime() + 1);
  return lamp === 'yellow' ? [now, afterYellow] : [afterYellow, null];
}
