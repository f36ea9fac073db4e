import { number } from '@karez/service';

/** What portal reads from its environment besides what every service reads. */
export class PortalConfig {
  /** KAREZ_PORTAL_WORDS: how many entries the lists of the word check may have. */
  readonly mostWords: number;
  /** KAREZ_PORTAL_SENT_A_DAY: how often one address may send in a letter, a request, an opinion or a survey on one day. */
  readonly mostSentADay: number;
  /** KAREZ_PORTAL_DOCUMENT_COLUMN: code of the column that official documents of 主动公开 become drafts in. */
  readonly documentColumn: string;
  /** KAREZ_PORTAL_REGISTER_COLUMN: code of the column that granted permits become entries in. */
  readonly registerColumn: string;

  /** @throws Error naming the variable that is wrong, in one sentence */
  constructor(variables: Readonly<Record<string, string | undefined>> = process.env) {
    this.mostWords = number(variables, 'KAREZ_PORTAL_WORDS', 20_000);
    this.mostSentADay = number(variables, 'KAREZ_PORTAL_SENT_A_DAY', 20);
    this.documentColumn = variables.KAREZ_PORTAL_DOCUMENT_COLUMN ?? 'zhengce';
    this.registerColumn = variables.KAREZ_PORTAL_REGISTER_COLUMN ?? 'xuke';
  }
}
