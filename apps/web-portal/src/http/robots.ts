import { addressOf, type Directory } from '../directory/directory.js';
import { languages, pathIn } from '../language/languages.js';
import { listedPages } from '../pages/all-pages.js';

export function robotsText(publicUrl: string): string {
  const kept = ['/api/', '/office', '/display/', '/language/', ...languages.map(({ prefix }) => `${prefix}/search`)];
  return ['User-agent: *', ...kept.map((path) => `Disallow: ${path}`), '', `Sitemap: ${publicUrl}/sitemap.xml`, ''].join('\n');
}

/** Every page in every language, each with its other languages (sitemaps.org 0.9 and its xhtml extension). */
export function sitemapXml(publicUrl: string, directory: Directory | undefined): string {
  const paths = [...listedPages.map(({ path }) => path), ...(directory?.own ?? []).map((body) => `/directory/${addressOf(body)}`)];
  const changed = directory?.changedAt.toISOString().slice(0, 10);
  const urls = paths.flatMap((path) => {
    const others = languages.map(
      ({ language }) => `<xhtml:link rel="alternate" hreflang="${language}" href="${xml(publicUrl + pathIn(language, path))}"/>`,
    );
    const lastmod = changed && path.startsWith('/directory') ? `<lastmod>${changed}</lastmod>` : '';
    return languages.map(({ language }) => `<url><loc>${xml(publicUrl + pathIn(language, path))}</loc>${lastmod}${others.join('')}</url>`);
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`;
}

function xml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
