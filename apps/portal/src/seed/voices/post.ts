import type { letterApi } from '@karez/contracts-portal';
import type { Handlers } from '@karez/messaging';
import { storyTime } from '../story-time.js';
import type { SentLetter } from './sent-letter.js';
import { answering, approving, voiceContext } from './voice-context.js';

export type LetterActs = Handlers<
  typeof letterApi,
  'sendLetter' | 'listLetters' | 'routeLetter' | 'draftReply' | 'approveReply' | 'closeLetter' | 'rateLetter'
>;

/** Brings a letter as far as it is said to have come, through the same operations that citizens and staff use. */
export class Post {
  constructor(
    private readonly acts: LetterActs,
    private readonly orgIdOf: (name: string) => Promise<string>,
  ) {}

  async play(letter: SentLetter, now: Date): Promise<void> {
    const { key, kind, subject, text, name, daysAgo, unit, letterClass, reply, answeredAfter, rating, closedFor } = letter;
    const at = (after: number, time: string) => storyTime(now, daysAgo - after, time);
    const as = (act: string, when: Date, actor?: typeof answering) => voiceContext(when, `letter/${key}/${act}`, actor);
    const written = { site: 'slt', kind, subject, text, name, mayPublish: true };
    const { receipt, check } = await this.acts.sendLetter(written, as('send', at(0, '10:20')));
    if (!unit && !closedFor) return;
    const letterId = await this.#idOf(receipt);
    if (closedFor) {
      await this.acts.closeLetter({ letterId, reason: closedFor }, as('close', at(0, '12:00'), approving));
      return;
    }
    const routed = { letterId, orgId: await this.orgIdOf(unit!), ...(letterClass && { letterClass }) };
    await this.acts.routeLetter(routed, as('route', at(0, '11:10'), approving));
    if (!reply) return;
    await this.acts.draftReply({ letterId, reply }, as('draft', at(answeredAfter ?? 1, '16:00'), answering));
    if (answeredAfter === undefined) return;
    await this.acts.approveReply({ letterId, publish: true }, as('approve', at(answeredAfter, '17:40'), approving));
    if (rating) await this.acts.rateLetter({ receipt, check, satisfaction: rating }, as('rate', at(answeredAfter, '20:15')));
  }

  async #idOf(receipt: string): Promise<string> {
    for (let after: string | undefined, first = true; first || after; first = false) {
      const page = await this.acts.listLetters({ sort: '-received', ...(after && { after }) }, voiceContext(new Date(), 'list', approving));
      const found = page.items.find((letter) => letter.receipt === receipt);
      if (found) return found.id;
      after = page.next;
    }
    throw new Error(`the demonstration lost the letter ${receipt}`);
  }
}
