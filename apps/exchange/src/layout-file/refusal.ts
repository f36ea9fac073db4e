import { DomainError } from '@karez/kernel';
import type { LayoutCode } from '@karez/contracts-exchange';

/** A refusal of the whole file; `about` is shown to the clerk and therefore short. */
export const refusal = (code: LayoutCode, about?: string): DomainError =>
  new DomainError(code, about === undefined ? {} : { about: about.slice(0, 200) });

export const broken = (about: string): DomainError => refusal('exchange.layout.broken', about);
