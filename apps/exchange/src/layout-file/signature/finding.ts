import type { LayoutCode } from '@karez/contracts-exchange';
import type { SignatureFacts } from '../layout-facts.js';

/** Why a signature is not valid. */
export type Finding = Required<Pick<SignatureFacts, 'reason'>> &
  Pick<SignatureFacts, 'about'> & { readonly verdict: 'invalid' | 'unverifiable' };

export const invalid = (reason: LayoutCode, about?: string): Finding => ({ verdict: 'invalid', reason, ...(about && { about }) });
export const unverifiable = (reason: LayoutCode, about?: string): Finding => ({ verdict: 'unverifiable', reason, ...(about && { about }) });

/** What contradicts a signature goes before what only weakens it; of the same weight, the first found. */
export const gravest = (findings: readonly (Finding | undefined)[]): Finding | undefined =>
  findings.find((finding) => finding?.verdict === 'invalid') ?? findings.find((finding) => finding !== undefined);
