import { readFileSync } from 'node:fs';
import { contrast } from './contrast.js';
import { deliveryBar, deliveryLook } from './state/delivery-look.js';
import { lampLook, noteLook, officePairs, palette, portalPairs, portalPalette } from './tokens.js';

describe('contrast', () => {
  it('is 21 for black on white, 1 for a colour on itself, and the same both ways', () => {
    expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
    expect(contrast('#0F5C68', '#0F5C68')).toBe(1);
    expect(contrast('#FFFFFF', '#0F5C68')).toBe(contrast('#0F5C68', '#FFFFFF'));
  });
});

describe('office palette', () => {
  it.each(officePairs)('%s on %s is %d : 1, at least %d', (of, on, ratio, least) => {
    const computed = contrast(palette[of], palette[on]);
    expect(Math.round(computed * 100) / 100).toBe(ratio);
    expect(computed).toBeGreaterThanOrEqual(least);
  });

  it('names a ratio for every colour that is text or a mark', () => {
    const grounds = [
      'white',
      'sand25',
      'sand50',
      'sand100',
      'sand200',
      'sand300',
      'waterTint',
      'waterLine',
      'redTint',
      'amberTint',
      'greenTint',
      'plumTint',
    ];
    const shown = Object.keys(palette).filter((name) => !grounds.includes(name));
    expect(shown.filter((name) => !officePairs.some(([of]) => of === name))).toEqual([]);
  });

  it('is what the stylesheet declares, colour by colour', () => {
    const css = readFileSync(new URL('./styles/tokens.css', import.meta.url), 'utf8');
    const declared = [...css.matchAll(/--kz-([a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, name, color]) => [name, color]);
    const kebab = (name: string) => name.replace(/[A-Z]|\d+/g, (part) => `-${part.toLowerCase()}`);
    expect(declared).toEqual(Object.entries(palette).map(([name, color]) => [kebab(name), color.toLowerCase()]));
  });

  it('keeps ink readable on every note and every lamp on its own fill', () => {
    for (const [fill] of Object.values(noteLook)) expect(contrast(palette.ink, fill)).toBeGreaterThanOrEqual(12);
    for (const { text, fill } of Object.values(lampLook)) {
      expect(contrast(text, fill === 'transparent' ? palette.white : fill)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('draws every segment of the bar of states at 3 : 1 or more on white, and every state in words at 4.5', () => {
    for (const [, color] of deliveryBar) expect(contrast(color, palette.white)).toBeGreaterThanOrEqual(3);
    for (const { color } of Object.values(deliveryLook)) expect(contrast(color, palette.white)).toBeGreaterThanOrEqual(4.5);
  });
});

describe('portal palette', () => {
  it.each(portalPairs)('%s on %s is %d : 1, at least %d', (of, on, ratio, least) => {
    const computed = contrast(portalPalette[of], portalPalette[on]);
    expect(Math.round(computed * 100) / 100).toBe(ratio);
    expect(computed).toBeGreaterThanOrEqual(least);
  });
});
