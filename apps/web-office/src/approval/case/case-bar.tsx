import type { CaseView, TaskAct, TaskView } from '@karez/contracts-approval';
import { type Act, ActionBar, Reveal } from '@karez/web-ui';
import { useState } from 'react';
import { ProblemNote } from '../../app/problem-note.js';
import { approval } from '../approval-queries.js';
import { isOfficeAct, type OfficeAct, officeActNames, taskActNames } from './act-words.js';
import { CaseDialog } from './case-dialog.js';
import { TaskDialog } from './task-dialog.js';
import { useCaseAct } from './use-case-act.js';

interface CaseBarProps {
  view: CaseView;
  /** The task that the reader picked among the opinions; else the first that waits for them. */
  chosen: TaskView | undefined;
  onChosen: (task: TaskView | undefined) => void;
}
/** One press and no question; everything else asks first. */
const atOnce: readonly TaskAct[] = ['claim', 'release'];

/** What a case waits for comes before what may also be done with it. */
const primaryKeys = ['task-complete', 'task-claim', 'accept', 'decide', 'deliver', 'resume'];

/** What can be done now with this case and the task in hand, and why the rest cannot. */
export function CaseBar({ view, chosen, onChosen }: CaseBarProps) {
  const [asking, setAsking] = useState<OfficeAct | { task: TaskView; act: TaskAct }>();
  const open = view.tasks.filter(({ acts }) => acts.length > 0);
  const task = open.find(({ id }) => id === chosen?.id) ?? open.find(({ acts }) => acts.includes('complete')) ?? open[0];
  const done = { onDone: () => onChosen(undefined) };
  const claim = useCaseAct(approval.claimTask, { said: ({ task: { name } }) => `已认领：${name}。`, ...done });
  const release = useCaseAct(approval.releaseTask, { said: ({ task: { name } }) => `已放回：${name}。`, ...done });
  const direct = { claim, release } as const;
  const ofTask: Act[] = (task?.acts ?? []).map((act) => ({
    key: `task-${act}`,
    label: taskActNames[act],
    asks: !atOnce.includes(act),
    busy: act === 'claim' ? claim.busy : act === 'release' ? release.busy : false,
    onAct: () => (act === 'claim' || act === 'release' ? direct[act].run({ taskId: task!.id }) : setAsking({ task: task!, act })),
  }));
  const offered = view.acts.flatMap((offer) => (isOfficeAct(offer.act) ? [{ ...offer, act: offer.act }] : []));
  const ofCase: Act[] = offered
    .filter(({ reason }) => !reason)
    .map(({ act }) => ({ key: act, label: officeActNames[act], asks: true, onAct: () => setAsking(act) }));
  const all = [...ofTask, ...ofCase];
  const primary = primaryKeys.map((key) => all.find((act) => act.key === key)).find((act) => act !== undefined);
  const others = all.filter((act) => act !== primary);
  const refused = offered.filter(({ reason }) => reason);
  if (all.length === 0 && refused.length === 0) return null;
  return (
    <div className="ap-bar">
      <ActionBar
        {...(primary && { primary })}
        others={others}
        note={task && `在办环节：${task.name}${task.orgName ? `（${task.orgName}）` : ''}`}
        more={
          refused.length > 0 && (
            <Reveal label={`${refused.length} 项暂不可办`} up>
              <dl className="ex-unavailable">
                {refused.map(({ act, reason }) => (
                  <div key={act}>
                    <dt>{officeActNames[act]}</dt>
                    <dd>{reason}</dd>
                  </div>
                ))}
              </dl>
            </Reveal>
          )
        }
      />
      <ProblemNote problem={claim.refusal ?? release.refusal} onDismiss={claim.refusal ? claim.dismiss : release.dismiss} />
      {typeof asking === 'string' && <CaseDialog view={view} act={asking} onClose={() => setAsking(undefined)} />}
      {typeof asking === 'object' && (
        <TaskDialog
          task={asking.task}
          act={asking.act}
          onClose={() => {
            setAsking(undefined);
            onChosen(undefined);
          }}
        />
      )}
    </div>
  );
}
