import type { hearingApi } from '@karez/contracts-portal';
import type { Handlers } from '@karez/messaging';
import { storyTime } from '../story-time.js';
import type { HeldHearing } from './hearings.js';
import { approving, voiceContext } from './voice-context.js';

export type HearingActs = Handlers<
  typeof hearingApi,
  'createHearing' | 'openHearing' | 'sendOpinion' | 'answerSurvey' | 'closeHearing' | 'reportHearing'
>;
const dayMs = 86_400_000;

/** Holds a consultation or a survey as it is said to have been held. */
export class Hall {
  constructor(
    private readonly acts: HearingActs,
    private readonly orgIdOf: (name: string) => Promise<string>,
  ) {}

  async play(held: HeldHearing, siteId: string, now: Date): Promise<void> {
    const { key, unit, title, text, openedAgo, closedAgo, openFor = 5, questions, opinions = [], answers = [], report } = held;
    const as = (act: string, at: Date, actor?: typeof approving) => voiceContext(at, `hearing/${key}/${act}`, actor);
    const opened = storyTime(now, openedAgo, '10:00');
    const asked = {
      ...{ siteId, kind: questions ? ('survey' as const) : ('consultation' as const), orgId: await this.orgIdOf(unit), title, text },
      // of one that is over, too: the timer would close it while its voices are still being taken
      closesAt: new Date(now.getTime() + openFor * dayMs).toISOString(),
      ...(questions && { questions: [...questions] }),
    };
    const { id: hearingId } = await this.acts.createHearing(asked, as('create', opened, approving));
    await this.acts.openHearing({ hearingId }, as('open', opened, approving));
    const voiced = (index: number) => new Date(Math.min(opened.getTime() + (index + 1) * 7 * 3_600_000, now.getTime() - 60_000));
    for (const [index, opinion] of opinions.entries())
      await this.acts.sendOpinion({ hearingId, text: opinion }, as(`opinion-${index}`, voiced(index)));
    for (const [index, given] of answers.entries())
      await this.acts.answerSurvey({ hearingId, answers: [...given] }, as(`answer-${index}`, voiced(index)));
    if (closedAgo === undefined) return;
    await this.acts.closeHearing({ hearingId }, as('close', storyTime(now, closedAgo, '18:00'), approving));
    if (!report) return;
    const { result, adopted, daysAgo } = report;
    await this.acts.reportHearing({ hearingId, result, adopted }, as('report', storyTime(now, daysAgo, '11:00'), approving));
  }
}
