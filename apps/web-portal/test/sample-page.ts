import { configFrom } from '../src/config.js';
import { translatorFor } from '../src/language/translate.js';
import type { PageContext } from '../src/pages/page.js';
import { sampleDirectory } from './sample-directory.js';

const config = configFrom({ KAREZ_PUBLIC_URL: 'https://water.example.test' });
export const samplePaths = {
  sheet: '/assets/sheet.css',
  icon: '/assets/icon.svg',
  heroArt: '/assets/hero.svg',
  stripArt: '/assets/strip.svg',
  dryWellArt: '/assets/dry.svg',
};

/** A page's context with the sample directory; each test says only what matters to it. */
export function samplePage(some: Partial<PageContext> = {}): PageContext {
  const language = some.language ?? 'zh-CN';
  return {
    path: '/',
    back: '/',
    language,
    mode: 'standard',
    t: translatorFor(language),
    site: config.site,
    publicUrl: config.publicUrl,
    assets: samplePaths,
    directory: sampleDirectory(),
    ...some,
  };
}
