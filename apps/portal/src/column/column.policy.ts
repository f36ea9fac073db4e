import { type ColumnTexts, silenceByType } from '@karez/contracts-portal';
import { DomainError } from '@karez/kernel';

/** @throws DomainError `portal.column.silence_too_long`, `portal.column.no_secrecy_step` */
export function assertColumn({ type, longestSilence, chain }: ColumnTexts): void {
  const limit = silenceByType[type];
  if (limit !== undefined && longestSilence !== undefined && longestSilence > limit)
    throw new DomainError('portal.column.silence_too_long', { limit });
  if (type === 'disclosure' && !chain.some(({ kind }) => kind === 'secrecy')) throw new DomainError('portal.column.no_secrecy_step');
}
