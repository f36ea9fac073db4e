export interface Oddity {
  readonly kind: 'confusable' | 'punctuation';
  readonly start: number;
  readonly end: number;
  readonly suggestion?: string;
}
const han = '\\p{Script=Han}';
const fullWidth: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
  '.': '。',
};
const pairs = [
  ['《', '》'],
  ['（', '）'],
  ['“', '”'],
  ['〔', '〕'],
] as const;

/** Characters that look like others: invisible ones, radicals and compatibility forms, Cyrillic or Greek letters inside a Latin word. */
function confusables(text: string): Oddity[] {
  const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g;
  const forms = /[\u2e80-\u2fdf\uf900-\ufaff]/g;
  const mixed =
    /(?=[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Latin}]*\p{Script=Latin})(?=[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Latin}]*[\p{Script=Cyrillic}\p{Script=Greek}])[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Latin}]+/gu;
  const place = (match: RegExpExecArray) => ({ kind: 'confusable', start: match.index, end: match.index + match[0].length }) as const;
  return [
    ...[...text.matchAll(invisible)].map(place),
    ...[...text.matchAll(forms)].map((match) => ({ ...place(match), suggestion: match[0].normalize('NFKC') })),
    ...[...text.matchAll(mixed)].map(place),
  ];
}

/** 标点: half-width marks inside Chinese, the same mark twice, an opening mark that is never closed (GB/T 15834-2011). */
function punctuation(text: string): Oddity[] {
  const half = new RegExp(`(?<=${han})[,;:?!()](?=${han})|(?<=${han})\\.(?=\\n|$)`, 'gu');
  const twice = /([，。；：、！？])\1+/g;
  const unclosed = text.split('\n').reduce<{ at: number; found: Oddity[] }>(
    ({ at, found }, line) => {
      const broken = pairs.find(([open, close]) => line.split(open).length !== line.split(close).length);
      const mark = broken ? line.search(new RegExp(`[${broken.join('')}]`)) : -1;
      const more: Oddity[] = mark < 0 ? [] : [{ kind: 'punctuation', start: at + mark, end: at + mark + 1 }];
      return { at: at + line.length + 1, found: [...found, ...more] };
    },
    { at: 0, found: [] },
  ).found;
  return [
    ...[...text.matchAll(half)].map((match): Oddity => {
      const suggestion = fullWidth[match[0]];
      return { kind: 'punctuation', start: match.index, end: match.index + 1, ...(suggestion && { suggestion }) };
    }),
    ...[...text.matchAll(twice)].map((match): Oddity => ({
      ...{ kind: 'punctuation', start: match.index, end: match.index + match[0].length, suggestion: match[1]! },
    })),
    ...unclosed,
  ];
}

export const findOddities = (text: string, chinese: boolean): Oddity[] => (chinese ? [...confusables(text), ...punctuation(text)] : []);
