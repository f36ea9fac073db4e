import { number } from '@karez/service';

/** What oa reads from its environment besides what every service reads. */
export class OaConfig {
  /** KAREZ_OA_OPEN_NOTICES: how many open notices one body may have. */
  readonly openNotices: number;

  /** @throws Error naming the variable that is wrong, in one sentence */
  constructor(variables: Readonly<Record<string, string | undefined>> = process.env) {
    this.openNotices = number(variables, 'KAREZ_OA_OPEN_NOTICES', 500);
  }
}
