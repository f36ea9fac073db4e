import type { EditionTexts, EditionView } from '@karez/contracts-portal';

/** What stands in the form: keywords and the entry of the catalogue as they are typed. */
export interface EditionValues {
  readonly columnId?: string;
  readonly title?: string;
  readonly summary?: string;
  readonly body?: string;
  readonly source?: string;
  readonly author?: string;
  readonly keywords?: string;
  readonly theme?: string;
  readonly genre?: string;
  readonly documentNumber?: string;
  readonly formedOn?: string;
  readonly validity?: string;
  readonly changeNote?: string;
  /** Of a translation: somebody who speaks the language has looked at it. */
  readonly translationReviewed?: boolean;
}

export const valuesOf = (view: EditionView): EditionValues => ({
  ...{ columnId: view.columnId, title: view.title, summary: view.summary, body: view.body, source: view.source },
  ...{ author: view.author, keywords: view.keywords?.join('、'), changeNote: view.changeNote, ...view.disclosure },
  ...(view.translationReviewed !== undefined && { translationReviewed: view.translationReviewed }),
});

const filled = (text: string | undefined): string | undefined => text?.trim() || undefined;

/** What is sent; nothing while the form lacks what the service needs. */
export function textsOf(values: EditionValues): (EditionTexts & { changeNote?: string }) | undefined {
  const { columnId, body, theme, genre, formedOn } = values;
  const [title, source] = [filled(values.title), filled(values.source)];
  if (!columnId || !title || title.length < 2 || !source || !body || !hasWords(body)) return undefined;
  const keywords = (values.keywords ?? '').split(/[、,，;；\s]+/).filter(Boolean);
  return {
    ...{ columnId, title, source, body, summary: filled(values.summary), author: filled(values.author) },
    ...(values.translationReviewed !== undefined && { translationReviewed: values.translationReviewed }),
    ...{ changeNote: filled(values.changeNote), ...(keywords.length > 0 && { keywords: keywords.slice(0, 10) }) },
    ...(theme &&
      genre &&
      formedOn && {
        disclosure: {
          ...{ theme, genre, formedOn, documentNumber: filled(values.documentNumber) },
          ...(values.validity && { validity: values.validity }),
        } as EditionTexts['disclosure'],
      }),
  };
}

/** Tags alone are no text; a picture or a line is not one either. */
export const hasWords = (body: string): boolean => body.replace(/<[^>]*>|&nbsp;|\s/g, '') !== '';

const names = { columnId: '栏目', title: '标题', source: '来源', body: '正文' } as const;
/** What is still missing, in the words of the form. */
export function missingOf(values: EditionValues): string[] {
  const missing = (['columnId', 'title', 'source'] as const).filter((name) => !filled(values[name])).map((name) => names[name]);
  const entry = [values.theme, values.genre, values.formedOn].filter(Boolean).length;
  return [
    ...missing,
    ...(hasWords(values.body ?? '') ? [] : [names.body]),
    ...(entry > 0 && entry < 3 ? ['公开目录的主题、体裁、成文日期'] : []),
  ];
}
