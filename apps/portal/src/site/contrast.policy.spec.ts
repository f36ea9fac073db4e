import type { SiteTheme } from '@karez/contracts-portal';
import { assertReadable, contrast, contrastPairs } from './contrast.policy.js';

export const readable: SiteTheme = {
  colours: {
    ...{ page: '#ffffff', surface: '#f6f8fa', text: '#1f2328', muted: '#57606a', link: '#0a5ca8', primary: '#0b4f8a' },
    ...{ onPrimary: '#ffffff', accent: '#9a3412', onAccent: '#ffffff', line: '#767f89' },
  },
  ...{ header: 'emblem_left', home: 'headline_first', list: 'lines', corners: 'soft' },
};

it('measures as WCAG does: black on white 21, a colour on itself 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#123456', '#123456')).toBe(1);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3);
});

it('lets a readable theme pass', () => {
  expect(contrastPairs(readable.colours).filter(({ enough }) => !enough)).toEqual([]);
  expect(() => assertReadable(readable)).not.toThrow();
});

it.each([
  ['text', '#9aa0a6'],
  ['muted', '#a0a8b0'],
  ['link', '#5aa9e6'],
  ['onPrimary', '#3a6f9f'],
  ['line', '#e5e7eb'],
])('refuses a theme whose %s is %s', (name, colour) => {
  expect(() => assertReadable({ ...readable, colours: { ...readable.colours, [name]: colour } })).toThrow('portal.site.contrast');
});
