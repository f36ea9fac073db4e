import { number } from '@karez/service';

/** What portal reads from its environment besides what every service reads. */
export class PortalConfig {
  /** KAREZ_PORTAL_OPEN_ARTICLES: how many open articles one body may have. */
  readonly openArticles: number;

  /** @throws Error naming the variable that is wrong, in one sentence */
  constructor(variables: Readonly<Record<string, string | undefined>> = process.env) {
    this.openArticles = number(variables, 'KAREZ_PORTAL_OPEN_ARTICLES', 500);
  }
}
