import { exchangeErrors, exchangeWords } from '@karez/contracts-exchange';
import { kernelErrors, type ErrorTable } from '@karez/contracts-kernel';

const table: ErrorTable = { ...kernelErrors, ...exchangeErrors };
/** Parameters that come as a term of the contract are said in its word. */
const termOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  direction: exchangeWords.direction,
  type: exchangeWords.documentType,
  class: exchangeWords.securityClass,
};

/**
 * A refusal that came as code and parameters inside of an answer, in the office's words.
 * @returns undefined for a code that this version does not know
 */
export function codeWords(code: string, params: Readonly<Record<string, unknown>> = {}): string | undefined {
  return table[code]?.zh.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    return termOf[name]?.[text] ?? text;
  });
}
