import { portalPalette } from '@karez/web-ui/tokens';
import { readFileSync } from 'node:fs';

// the sheet is plain CSS, the palette with its contrast ratios stands in libs/web/ui: neither may move alone
const tokens = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const palette = tokens.slice(tokens.indexOf('layer 1: palette'), tokens.indexOf('layer 2: roles'));
const written = [...palette.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/gi)].map(([, name, hex]) => [
  name!.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
  hex!.toUpperCase(),
]);

describe('the palette of the sheet', () => {
  it('has colours', () => expect(written.length).toBeGreaterThan(15));

  it.each(written)('%s is the %s of the design system', (name, hex) => {
    expect((portalPalette as Record<string, string>)[name]?.toUpperCase()).toBe(hex);
  });
});
