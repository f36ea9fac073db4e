import { number } from '@karez/service';

/** What oa reads from its environment besides what every service reads. */
export class OaConfig {
  /** KAREZ_OA_OPEN_NOTICES: how many open notices one body may have. */
  readonly openNotices: number;
  /** KAREZ_OA_FONTS: folder of the office's own fonts, such as 方正小标宋 and 仿宋_GB2312; the platform's stand in for what it lacks. */
  readonly fonts: string | undefined;

  /** @throws Error naming the variable that is wrong, in one sentence */
  constructor(variables: Readonly<Record<string, string | undefined>> = process.env) {
    this.openNotices = number(variables, 'KAREZ_OA_OPEN_NOTICES', 500);
    this.fonts = variables.KAREZ_OA_FONTS || undefined;
  }
}
