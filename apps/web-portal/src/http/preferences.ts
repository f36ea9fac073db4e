import { type DisplayMode, displayCookie, isDisplayMode } from '../display-mode.js';
import { type Language, languages } from '../language/languages.js';

export const languageCookie = 'karez-language';
const oneYear = 365 * 24 * 3600;

/** The display mode that the visitor chose, from the Cookie header. */
export function displayModeFrom(cookies: string | undefined): DisplayMode {
  const value = cookieValue(cookies, displayCookie);
  return value && isDisplayMode(value) ? value : 'standard';
}

/** The language that the visitor chose; undefined for one who never chose. */
export function languageFrom(cookies: string | undefined): Language | undefined {
  const value = cookieValue(cookies, languageCookie);
  return languages.find(({ language }) => language === value)?.language;
}

function cookieValue(cookies: string | undefined, name: string): string | undefined {
  for (const pair of cookies?.split(';') ?? []) {
    const at = pair.indexOf('=');
    if (pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}

/** A choice kept for a year; the server alone reads it, so scripts need not. */
export function preferenceCookie(name: string, value: string, secure: boolean): string {
  return `${name}=${value}; Path=/; Max-Age=${oneYear}; SameSite=Lax; HttpOnly${secure ? '; Secure' : ''}`;
}

/** Where to go back to after a choice: a path of this site, never another site's address. */
export function safeBack(back: unknown): string {
  // eslint-disable-next-line no-control-regex -- control characters in an address are an attack on the redirect's header
  if (typeof back !== 'string' || back.length > 600 || !/^\/(?![/\\])/.test(back) || /[\u0000-\u001f\\]/.test(back)) return '/';
  const url = new URL(back, 'http://this.site');
  return url.host === 'this.site' ? url.pathname + url.search : '/';
}
