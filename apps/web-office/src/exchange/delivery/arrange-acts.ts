import type { ActOffer, DeliveryAct, DeliveryView } from '@karez/contracts-exchange';

export interface Arrangement {
  /** The one solid button. */
  readonly primary?: ActOffer;
  readonly others: readonly ActOffer[];
  readonly print?: ActOffer;
  readonly unavailable: readonly ActOffer[];
}

/** What the sender does first in each state; elsewhere nothing is more pressing than the rest. */
const first: readonly DeliveryAct[] = ['sign', 'acknowledge', 'resend', 'urge'];
const ended: readonly DeliveryView['state'][] = ['rejected', 'recalled'];
/** Answers to a wish of the sender: they stand in its notice. */
const inNotice: readonly DeliveryAct[] = ['agree_revoke', 'decline_revoke'];

/**
 * Where each offered act stands. What is possible is a button; before signing the first act that is not possible stays beside them with
 * its reason, later what fell away is said on demand, since it would only crowd out what is left.
 */
export function arrange({ acts, state, side }: Pick<DeliveryView, 'acts' | 'state' | 'side'>): Arrangement {
  const offered = acts.filter(({ act }) => !inNotice.includes(act));
  const print = offered.find(({ act }) => act === 'print');
  const onBar = offered.filter(({ act }) => act !== 'print');
  const keeps = side === 'recipient' && state === 'delivered';
  const barred = onBar.find(({ reason }) => reason); // the bar has room for one reason
  const shown = onBar.filter((offer) => !offer.reason || (keeps && offer === barred));
  const order: readonly DeliveryAct[] = ended.includes(state) ? ['reissue'] : first;
  const primary = order.map((act) => shown.find((offer) => offer.act === act)).find((offer) => offer !== undefined);
  return {
    ...(primary && { primary }),
    others: shown.filter((offer) => offer !== primary),
    ...(print && { print }),
    unavailable: onBar.filter((offer) => !shown.includes(offer)),
  };
}
