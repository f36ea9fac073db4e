import type { Language } from './languages.js';

// Government time in Xinjiang is Beijing time; IANA's Asia/Urumqi is two hours behind it.
const zone = 'Asia/Shanghai';
const uyghurMonths = 'يانۋار فېۋرال مارت ئاپرېل ماي ئىيۇن ئىيۇل ئاۋغۇست سېنتەبىر ئۆكتەبىر نويابىر دېكابىر'.split(' ');

/** A day in words: 2026年11月23日, 23 November 2026, 2026-يىلى 23-نويابىر. */
export function dayInWords(instant: Date, language: Language): string {
  if (language === 'ug') {
    const [year, month, day] = dayCode(instant).split('-').map(Number);
    return `${year}-يىلى ${day}-${uyghurMonths[month! - 1]}`;
  }
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', { dateStyle: 'long', timeZone: zone }).format(instant);
}

/** A day for machines and `<time datetime>`: 2026-11-23. */
export function dayCode(instant: Date): string {
  return new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone: zone }).format(instant);
}
