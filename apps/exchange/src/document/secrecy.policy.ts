import { exchangeWords, type SecurityClass } from '@karez/contracts-exchange';
import { DomainError } from '@karez/kernel';

/** `秘密★10年`, `密级：机密`, and the words alone at the head of a text, as GB/T 9704-2012 §7.2.2 sets them. */
const markings = [/(?:绝密|机密|秘密)\s*[★☆*＊]/u, /密\s*级\s*[:：]\s*(?:绝密|机密|秘密)/u, /^\s*(?:绝密|机密|秘密)\s*(?:$|\n)/u];

/**
 * The gate of a system for unclassified documents: by the declared class and by the marking in the text.
 * @throws DomainError `exchange.document.classified`, `exchange.document.classified_marking`
 */
export function assertUnclassified(declared: SecurityClass, ...texts: readonly (string | undefined)[]): void {
  if (declared !== 'none') throw new DomainError('exchange.document.classified', { class: exchangeWords.securityClass[declared] });
  for (const text of texts) {
    const found = markings.map((marking) => marking.exec(text ?? '')?.[0]).find((match) => match !== undefined);
    if (found) throw new DomainError('exchange.document.classified_marking', { found: found.trim() });
  }
}
