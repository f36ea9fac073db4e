/** Pages of the department's own site stand at the root, those of a unit's site below its code. */
export function pathInSite(site: string, main: string, path: string): string {
  if (site === main) return path;
  return path === '/' ? `/units/${site}` : `/units/${site}${path}`;
}
/** The site of an address: `/units/swj/columns/dongtai` is of `swj`. */
export const siteOf = (params: Readonly<Record<string, string>>, main: string): string => params['site'] ?? main;
