/** What the footer and the page tags say of the site. The defaults are zeros and say that they are examples. */
export interface Site {
  /** Code of the department's site among those of the portal. */
  readonly code: string;
  /** Ten digits, given to every government site (网站标识码). */
  readonly siteCode: string;
  readonly icp: string;
  readonly police: string;
  readonly telephone: string;
  readonly hotline: string;
  /** Certificate page of the 党政机关 badge and page of 政府网站找错; absent: the badge is shown as an example. */
  readonly certificateUrl?: string;
  readonly faultUrl?: string;
  readonly ministryUrl: string;
  readonly governmentUrl: string;
}

export function siteFrom(environment: Readonly<Record<string, string | undefined>>): Site {
  const certificateUrl = environment['KAREZ_SITE_CERTIFICATE_URL'];
  const faultUrl = environment['KAREZ_SITE_FAULT_URL'];
  return {
    code: environment['KAREZ_SITE'] || 'slt',
    siteCode: environment['KAREZ_SITE_CODE'] || '6500000000',
    icp: environment['KAREZ_SITE_ICP'] || '新ICP备00000000号',
    police: environment['KAREZ_SITE_POLICE'] || '新公网安备65000000000000号',
    telephone: environment['KAREZ_SITE_TELEPHONE'] || '0991-0000000',
    hotline: '12314',
    ...(certificateUrl && { certificateUrl }),
    ...(faultUrl && { faultUrl }),
    ministryUrl: 'http://www.mwr.gov.cn/',
    governmentUrl: 'https://www.xinjiang.gov.cn/',
  };
}
