import type { disclosureRequestApi } from '@karez/contracts-portal';
import type { Handlers } from '@karez/messaging';
import { storyTime } from '../story-time.js';
import { exampleIdentity, type MadeRequest } from './disclosure-requests.js';
import { answering, approving, voiceContext } from './voice-context.js';

export type RequestActs = Handlers<
  typeof disclosureRequestApi,
  | 'requestDisclosure'
  | 'listDisclosureRequests'
  | 'askCorrection'
  | 'consultThirdParty'
  | 'thirdPartyAnswered'
  | 'draftDisclosureAnswer'
  | 'approveDisclosureAnswer'
>;

/** Brings a request for information as far as it is said to have come. */
export class DisclosureDesk {
  constructor(private readonly acts: RequestActs) {}

  async play(made: MadeRequest, now: Date): Promise<void> {
    const { key, daysAgo, name, information, purpose, correction, consulted, answer } = made;
    const at = (after: number, time: string) => storyTime(now, daysAgo - after, time);
    const as = (act: string, when: Date, actor?: typeof answering) => voiceContext(when, `request/${key}/${act}`, actor);
    const asked = { site: 'slt', applicantKind: 'person' as const, name, information, form: 'electronic' as const, ...exampleIdentity };
    const { receipt } = await this.acts.requestDisclosure({ ...asked, ...(purpose && { purpose }) }, as('ask', at(0, '10:30')));
    if (!correction && !consulted && !answer) return;
    const requestId = await this.#idOf(receipt);
    if (correction) await this.acts.askCorrection({ requestId, what: correction }, as('correct', at(1, '11:30'), answering));
    if (consulted) await this.acts.consultThirdParty({ requestId, party: consulted }, as('consult', at(2, '12:00'), answering));
    if (!answer) return;
    const { kind, text, ground, after } = answer;
    const answered = after ?? 3;
    if (consulted)
      await this.acts.thirdPartyAnswered({ requestId, answer: 'objects' }, as('consulted', at(answered - 3, '15:00'), answering));
    await this.acts.draftDisclosureAnswer(
      { requestId, kind, answer: text, ...(ground && { ground }) },
      as('draft', at(answered, '12:30'), answering),
    );
    if (after !== undefined) await this.acts.approveDisclosureAnswer({ requestId }, as('approve', at(after, '17:00'), approving));
  }

  async #idOf(receipt: string): Promise<string> {
    for (let after: string | undefined, first = true; first || after; first = false) {
      const page = await this.acts.listDisclosureRequests({ ...(after && { after }) }, voiceContext(new Date(), 'list', approving));
      const found = page.items.find((request) => request.receipt === receipt);
      if (found) return found.id;
      after = page.next;
    }
    throw new Error(`the demonstration lost the request ${receipt}`);
  }
}
