/** What a page depends on: the names that answers carry and events touch. */
export const siteTag = (id: string): string => `site:${id}`;
export const columnTag = (id: string): string => `column:${id}`;
export const articleTag = (id: string): string => `article:${id}`;
export const lettersTag = (siteId: string): string => `letters:${siteId}`;
export const hearingsTag = (siteId: string): string => `hearings:${siteId}`;
/** Home, lists, feeds and catalogues of a site: whatever changes with any article of it. */
export const articlesTag = (siteId: string): string => `articles:${siteId}`;
