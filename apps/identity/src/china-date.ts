const shape = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

/** The office's calendar day of a moment, `2026-11-23`. Government time in Xinjiang is Beijing time. */
export const chinaDate = (moment: Date): string => shape.format(moment);
