import type { SiteView } from '@karez/contracts-portal';
import type { Site } from './site.entity.js';

export function siteView(site: Site, orgName: string): SiteView {
  const { id, code, orgId, parentId, state, theme, version, name, nameEn, nameUg, description, domain, idCode, foot } = site;
  return {
    ...{ id, code, orgId, orgName, state, theme, version, name, domain, idCode },
    ...(parentId && { parentId }),
    ...(nameEn && { nameEn }),
    ...(nameUg && { nameUg }),
    ...(description && { description }),
    ...(foot && { foot }),
  };
}
