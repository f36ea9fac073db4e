const maxLength = 500;

/** A text of the file as it may be shown: one line, no control characters, of bounded length; nothing where nothing is left. */
export function displayText(text: string | undefined): string | undefined {
  const line = text
    ?.slice(0, 4 * maxLength)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, maxLength);
  return line || undefined;
}

/** `2021-6-4` and the like as `2021-06-04`; times as ISO, in China Standard Time where no zone is given. */
export function displayDate(text: string | undefined): string | undefined {
  const parts = /^\s*(\d{4})-?(\d{1,2})-?(\d{1,2})/.exec(text ?? '');
  if (!parts) return undefined;
  const time = parseTime(text);
  if (time) return time.toISOString();
  const [, year, month = '', day = ''] = parts;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return Number.isNaN(Date.parse(date)) ? undefined : date;
}

/** The ways OFD producers and PDF (ISO 32000 §7.9.4) write a time: `20200817111329.302Z`, `2020-04-22 16:22:44`, `20200817111329+08'00'`. */
export function parseTime(text: string | undefined): Date | undefined {
  const parts = /^(\d{4})-?(\d\d)-?(\d\d)[T ]?(\d\d):?(\d\d):?(\d\d)?(?:\.\d{1,9})?\s*(?:([Z+-])(?:(\d\d)[:']?(\d\d)?'?)?)?$/.exec(
    text?.trim() ?? '',
  );
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second = '00', sign = '+', zoneHour = '08', zoneMinute = '00'] = parts;
  const offset = sign === 'Z' ? 'Z' : `${sign}${zoneHour}:${zoneMinute}`;
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`);
  return Number.isNaN(time.getTime()) ? undefined : time;
}
