/** Routes of the public operations that this site asks, below the API's base URL. A spec holds them beside the contracts. */
export const reading = {
  home: '/portal/public/sites/:site/home',
  column: '/portal/public/sites/:site/columns/:column/articles',
  article: '/portal/public/sites/:site/articles/:slug',
  disclosures: '/portal/public/sites/:site/disclosures',
  disclosureFacets: '/portal/public/sites/:site/disclosure-facets',
  search: '/portal/public/search',
  feed: '/portal/public/sites/:site/feed',
  sitemap: '/portal/public/sites/:site/sitemap',
  letters: '/portal/public/sites/:site/letters',
  hearings: '/portal/public/sites/:site/hearings',
  items: '/approval/items',
  item: '/approval/items/:code',
  progress: '/approval/public/progress',
  verify: '/approval/public/verify/:code',
  hearing: '/portal/public/sites/:site/hearings/:hearingId',
} as const;

export const writing = {
  sendLetter: '/portal/public/sites/:site/letters',
  followLetter: '/portal/public/letters/follow',
  rateLetter: '/portal/public/letters/rate',
  requestDisclosure: '/portal/public/sites/:site/disclosure-requests',
  followRequest: '/portal/public/disclosure-requests/follow',
  correctRequest: '/portal/public/disclosure-requests/correct',
  sendOpinion: '/portal/public/hearings/:hearingId/opinions',
  answerSurvey: '/portal/public/hearings/:hearingId/answers',
} as const;

type Values = Readonly<Record<string, string | undefined>>;

/** The address of one answer: what the route names goes into the path, the rest into the query. */
export function addressOf(route: string, values: Values): string {
  const rest = new URLSearchParams();
  const used = new Set<string>();
  const path = route.replace(/:(\w+)/g, (_, name: string) => {
    used.add(name);
    return encodeURIComponent(values[name] ?? '');
  });
  for (const [name, value] of Object.entries(values)) if (value !== undefined && !used.has(name)) rest.append(name, value);
  return rest.size > 0 ? `${path}?${rest}` : path;
}
