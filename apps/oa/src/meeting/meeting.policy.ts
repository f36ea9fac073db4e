import { holds } from '@karez/auth';
import type { Permission } from '@karez/contracts-kernel';
import { type MeetingAct, type MeetingState, meetingStateWords, type Receipt, type TopicAct, type TopicState } from '@karez/contracts-oa';
import { type Actor, DomainError } from '@karez/kernel';

interface ActRule {
  readonly states: readonly MeetingState[];
  readonly needs: Permission;
  /** `desk`: the body that holds it · `guest`: whoever is invited. */
  readonly side: 'desk' | 'guest';
}
const desk = { needs: 'oa.meeting.write', side: 'desk' } as const;
const guest = { needs: 'oa.meeting.read', side: 'guest' } as const;
export const meetingRules: Readonly<Record<MeetingAct, ActRule>> = {
  edit: { ...desk, states: ['planned', 'approved'] },
  approve: { ...desk, needs: 'oa.meeting.approve', states: ['planned'] },
  notify: { ...desk, states: ['approved'] },
  reply: { ...guest, states: ['notified'] },
  decide_leave: { ...desk, states: ['notified'] },
  urge: { ...desk, states: ['notified'] },
  show_code: { ...desk, states: ['notified', 'running'] },
  check_in: { ...guest, states: ['notified', 'running'] },
  start: { ...desk, states: ['notified'] },
  decide_topic: { ...desk, states: ['running', 'ended'] },
  end: { ...desk, states: ['running'] },
  minute: { ...desk, states: ['ended'] },
  archive: { ...desk, states: ['minuted'] },
  cancel: { ...desk, states: ['planned', 'approved', 'notified'] },
};

/** @throws DomainError `oa.meeting.act_refused` in a state that the act does not belong to */
export function assertMeetingAct(state: MeetingState, act: MeetingAct): void {
  if (!meetingRules[act].states.includes(state)) throw new DomainError('oa.meeting.act_refused', { state: meetingStateWords[state] });
}

export interface MeetingStanding {
  /** For which of the permissions the caller reaches the body that holds it. */
  readonly reached: readonly Permission[];
  readonly receipt?: Receipt | undefined;
  readonly leaveAsked: boolean;
  readonly topicsOpen: boolean;
}
export function actsOnMeeting(state: MeetingState, standing: MeetingStanding, actor: Actor): MeetingAct[] {
  return (Object.keys(meetingRules) as MeetingAct[]).filter((act) => {
    const { states, needs, side } = meetingRules[act];
    if (!states.includes(state) || !holds(actor, needs)) return false;
    if (side === 'guest') return standing.receipt !== undefined && standing.receipt !== 'substituted';
    if (!standing.reached.includes(needs)) return false;
    return (act !== 'decide_leave' || standing.leaveAsked) && (act !== 'decide_topic' || standing.topicsOpen);
  });
}

interface Proposed {
  readonly state: TopicState;
  readonly proposerId: string;
}
/** What the caller may do with a topic; `reached` as above. The proposer alone edits and withdraws it. */
export function actsOnTopic({ state, proposerId }: Proposed, reached: readonly Permission[], actor: Actor): TopicAct[] {
  const own = proposerId === actor.id;
  return [
    ...(own && state === 'proposed' ? (['edit'] as const) : []),
    ...(own && state === 'returned' ? (['propose'] as const) : []),
    ...(state === 'proposed' && reached.includes('oa.meeting.write') ? (['review'] as const) : []),
    ...(state === 'reviewed' && reached.includes('oa.meeting.approve') ? (['approve'] as const) : []),
    ...(own && ['proposed', 'returned', 'reviewed', 'approved', 'deferred'].includes(state) ? (['withdraw'] as const) : []),
  ];
}
