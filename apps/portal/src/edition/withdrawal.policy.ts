import type { WithdrawalKind, WithdrawalView, WithdrawEdition } from '@karez/contracts-portal';
import { DomainError } from '@karez/kernel';

/** As it is stored: what readers see, and the reason that stays inside. */
export type Withdrawal = WithdrawalView;
const needed: Readonly<Record<WithdrawalKind, readonly (keyof WithdrawEdition)[]>> = {
  ...{ notice: ['notice'], gone: ['notice'], vanish: [], redirect: ['redirectTo'], substitute: ['substituteId'] },
};

/** @throws DomainError `portal.edition.withdrawal_incomplete`, `portal.edition.redirect_invalid` */
export function withdrawalOf(request: WithdrawEdition, byName: string, now: Date): Withdrawal {
  const { kind, reason } = request;
  const missing = needed[kind].filter((field) => !request[field]);
  if (missing.length) throw new DomainError('portal.edition.withdrawal_incomplete', { missing: missing.join('、') });
  const { redirectTo } = request;
  if (kind === 'redirect' && redirectTo && !leadsSomewhere(redirectTo))
    throw new DomainError('portal.edition.redirect_invalid', { to: redirectTo });
  const told = Object.fromEntries(needed[kind].map((field) => [field, request[field]]));
  return { kind, reason, byName, at: now.toISOString(), ...told };
}

/** A path of this platform that does not climb, or an https address without a name and password in it. */
function leadsSomewhere(to: string): boolean {
  if (to.startsWith('/')) return /^\/(?!\/)[\w\-./%?=&]*$/.test(to) && !/\.\.|%2e/i.test(to);
  const url = URL.canParse(to) ? new URL(to) : undefined;
  return url?.protocol === 'https:' && !url.username && !url.password;
}
