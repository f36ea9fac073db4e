import type { EditionView } from '@karez/contracts-portal';
import { ProcessLine, type ProcessStep } from '@karez/web-ui';
import { shortTime } from '../../app/time.js';
import { stepWord } from '../edition-words.js';

/** 流转: written, each step of the chain, published. A text that came back shows who returned it and why. */
export function ChainPart({ view }: { view: EditionView }) {
  const returned = view.steps.at(-1)?.decision === 'return' ? view.steps.at(-1) : undefined;
  const passed = view.steps.filter(({ decision }) => decision === 'pass');
  const over = ['live', 'withdrawn', 'superseded'].includes(view.state);
  const steps: ProcessStep[] = [
    {
      ...{ key: 'written', title: '撰稿', note: `${view.createdByName} ${shortTime(view.createdAt)}` },
      state: view.state === 'draft' ? 'now' : 'done',
    },
    ...(returned && view.state === 'draft'
      ? [
          {
            ...{ key: 'returned', state: 'stop' as const, title: `${returned.name}退回` },
            note: `${returned.byName} ${shortTime(returned.at)}：${returned.opinion ?? ''}`,
          },
        ]
      : []),
    ...view.chain.map((step, at): ProcessStep => {
      const taken = passed.find((each) => each.step === at);
      const waits = view.state === 'in_review' && view.nextStep === at;
      return {
        ...{ key: `${at}`, title: step.name },
        state: taken && view.state !== 'draft' ? 'done' : waits ? 'now' : over ? 'done' : 'todo',
        note: taken
          ? `${taken.byName} ${shortTime(taken.at)}${taken.opinion ? `：${taken.opinion}` : ''}`
          : `${stepWord[step.kind]}${step.orgId ? '，由指定单位办理' : ''}`,
      };
    }),
    {
      ...{ key: 'published', title: view.state === 'scheduled' && view.publishAt ? `定于 ${shortTime(view.publishAt)} 发布` : '发布' },
      state: over ? 'done' : ['approved', 'scheduled'].includes(view.state) ? 'now' : 'todo',
      note: view.publishedAt && shortTime(view.publishedAt),
    },
    ...(view.withdrawal
      ? [
          {
            ...{ key: 'withdrawn', state: 'stop' as const, title: '撤下' },
            note: `${view.withdrawal.byName} ${shortTime(view.withdrawal.at)}：${view.withdrawal.reason}`,
          },
        ]
      : []),
  ];
  return (
    <>
      <ProcessLine label="办理过程" direction="column" steps={steps} />
      <p className="kz-caption">撰稿人不能审核自己的稿件，各审各校由不同的人完成。</p>
    </>
  );
}
