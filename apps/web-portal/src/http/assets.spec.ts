import { gunzipSync } from 'node:zlib';
import { loadAssets, shorten } from './assets.js';

describe('the style sheet', () => {
  it('is one file that fits in a few packets', async () => {
    const { paths, files } = await loadAssets();
    expect(files.get(paths.sheet)!.bytes.gzip.length).toBeLessThan(10_000);
  });

  it('turns round with the text: no left, no right', async () => {
    const { paths, files } = await loadAssets();
    const css = gunzipSync(files.get(paths.sheet)!.bytes.gzip).toString();
    const physical =
      /(?:^|[;{])(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|float|text-align:(?:left|right)|(?:min-|max-)?(?:width|height))\s*[:;]/gm;
    expect(css.match(physical) ?? []).toEqual([]);
    expect(css).not.toMatch(/text-align:\s*(left|right)/);
  });

  it('loses its comments and nothing else', () => {
    expect(shorten('/* a */\n.a {\n  content: "b  c";\n}\n\n.d,\n.e {\n  color: red;\n}\n')).toBe(
      '.a {content: "b  c";}.d,.e {color: red;}',
    );
  });
});
