import { safeNext } from './safe-next.js';

describe('the place to return to', () => {
  it.each([null, '', 'people', '//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/sign-in?next=/'])(
    '%s leads home',
    (next) => {
      expect(safeNext(next)).toBe('/');
    },
  );

  it('is kept with its filter', () => {
    expect(safeNext('/people?org=1&below=1')).toBe('/people?org=1&below=1');
  });
});
