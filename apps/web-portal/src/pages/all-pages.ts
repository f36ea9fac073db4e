import { columnPages } from './columns.js';
import { directoryPage } from './directory.js';
import type { ListedPage, PageDefinition } from './page.js';
import { sitemapPage } from './sitemap.js';
import { accessibilityPage, privacyPage } from './statements.js';

/** Pages that are the same whatever the platform says. The pages of bodies come from the directory. */
export const allPages: readonly PageDefinition[] = [
  ...columnPages,
  directoryPage,
  accessibilityPage,
  privacyPage,
  sitemapPage(() => listedPages),
];

/** Pages made from what the platform says, and forms: those that always stand at the same address. */
const contentPages: readonly ListedPage[] = [
  { path: '/', name: 'nav.home' },
  { path: '/open-government', name: 'nav.openGovernment', words: 'openGovernment.words' },
  { path: '/open-government/catalogue', name: 'catalogue.title', words: 'news.words' },
  { path: '/requests/write', name: 'open.request' },
  { path: '/requests/follow', name: 'open.follow' },
  { path: '/services', name: 'nav.services', words: 'services.words' },
  { path: '/progress', name: 'progress.title' },
  { path: '/verify', name: 'verify.title' },
  { path: '/interaction', name: 'nav.interaction', words: 'interaction.words' },
  { path: '/letters/write', name: 'talk.write' },
  { path: '/letters/follow', name: 'talk.follow' },
  { path: '/letters', name: 'talk.answered' },
  { path: '/hearings', name: 'talk.hearings' },
];

/** Every page with an address of its own, in the order of the site map. */
export const listedPages: readonly ListedPage[] = [...contentPages, ...allPages];
