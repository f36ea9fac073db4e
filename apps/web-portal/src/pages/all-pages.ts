import { columnPages } from './columns.js';
import { directoryPage } from './directory.js';
import type { PageDefinition } from './page.js';
import { sitemapPage } from './sitemap.js';
import { accessibilityPage, privacyPage } from './statements.js';

/** Every page with an address of its own, in the order of the site map. The pages of bodies come from the directory. */
export const allPages: readonly PageDefinition[] = [
  ...columnPages,
  directoryPage,
  accessibilityPage,
  privacyPage,
  sitemapPage(() => allPages),
];
