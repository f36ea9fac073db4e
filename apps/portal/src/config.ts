import { number } from '@karez/service';

/** What portal reads from its environment besides what every service reads. */
export class PortalConfig {
  /** KAREZ_PORTAL_WORDS: how many entries the lists of the word check may have. */
  readonly mostWords: number;

  /** @throws Error naming the variable that is wrong, in one sentence */
  constructor(variables: Readonly<Record<string, string | undefined>> = process.env) {
    this.mostWords = number(variables, 'KAREZ_PORTAL_WORDS', 20_000);
  }
}
