import { number } from '@karez/service';

/** What approval reads from its environment besides what every service reads. */
export class ApprovalConfig {
  /** KAREZ_APPROVAL_OPEN_ITEMS: how many open items one body may have. */
  readonly openItems: number;

  /** @throws Error naming the variable that is wrong, in one sentence */
  constructor(variables: Readonly<Record<string, string | undefined>> = process.env) {
    this.openItems = number(variables, 'KAREZ_APPROVAL_OPEN_ITEMS', 500);
  }
}
