export type Language = 'zh-CN' | 'en';

/** The better of the two languages the edge speaks, by `Accept-Language` (RFC 9110 §12.5.4); Chinese unless English is asked for first. */
export function languageOf(accepted: string | undefined): Language {
  let best: { language: Language; quality: number } = { language: 'zh-CN', quality: 0 };
  for (const range of (accepted ?? '').split(',').slice(0, 20)) {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
    const language = /^zh(-|$)/.test(tag) ? 'zh-CN' : /^en(-|$)/.test(tag) ? 'en' : undefined;
    const quality = Number(/^\s*q=([\d.]+)\s*$/.exec(parameters.at(-1) ?? '')?.[1] ?? 1);
    if (language && quality > best.quality) best = { language, quality };
  }
  return best.language;
}
