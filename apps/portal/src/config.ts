import { number } from '@karez/service';

/** What portal reads from its environment besides what every service reads. */
export class PortalConfig {
  /** KAREZ_PORTAL_WORDS: how many entries the lists of the word check may have. */
  readonly mostWords: number;
  /** KAREZ_PORTAL_SENT_A_DAY: how often one address may send in a letter, a request, an opinion or a survey on one day. */
  readonly mostSentADay: number;

  /** @throws Error naming the variable that is wrong, in one sentence */
  constructor(variables: Readonly<Record<string, string | undefined>> = process.env) {
    this.mostWords = number(variables, 'KAREZ_PORTAL_WORDS', 20_000);
    this.mostSentADay = number(variables, 'KAREZ_PORTAL_SENT_A_DAY', 20);
  }
}
