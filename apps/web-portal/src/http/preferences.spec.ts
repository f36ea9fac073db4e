import { displayModeFrom, languageFrom, preferenceCookie, safeBack } from './preferences.js';

describe('the choices of a visitor', () => {
  it('are read from their cookies and from nothing else', () => {
    expect(displayModeFrom(undefined)).toBe('standard');
    expect(displayModeFrom('a=b; karez-display=elder')).toBe('elder');
    expect(displayModeFrom('karez-display=huge')).toBe('standard');
    expect(displayModeFrom('xkarez-display=elder')).toBe('standard');
    expect(languageFrom('karez-language=ug')).toBe('ug');
    expect(languageFrom('karez-language=de')).toBeUndefined();
  });

  it('are kept for a year, for this site only', () => {
    expect(preferenceCookie('karez-display', 'elder', true)).toBe(
      'karez-display=elder; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly; Secure',
    );
  });
});

describe('the way back after a choice', () => {
  it.each(['/', '/directory/653200', '/search?q=%E5%92%8C%E7%94%B0'])('%s is a page of this site', (back) => {
    expect(safeBack(back)).toBe(back);
  });

  it.each([
    undefined,
    ['/a', '/b'],
    '',
    'directory',
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/a\r\nset-cookie: x=y',
    '/\t/evil.example',
    `/${'a'.repeat(700)}`,
  ])('%j is not followed', (back) => {
    expect(safeBack(back)).toBe('/');
  });
});
