import type { ActOffer, DeliveryAct, DeliveryRow } from '@karez/contracts-exchange';

interface RowAct {
  readonly label: string;
  /** One more question follows. */
  readonly asks: boolean;
}
/** The sender's acts on one recipient, in the order of their weight for a person who follows a dispatch. */
const senderActs = {
  urge: { label: '催办', asks: false },
  resend: { label: '立即重投', asks: false },
  acknowledge: { label: '确认退文', asks: true },
  recall: { label: '撤回', asks: true },
  revoke: { label: '商请收回', asks: true },
  reissue: { label: '重发', asks: true },
} as const satisfies Partial<Record<DeliveryAct, RowAct>>;
export type SenderAct = keyof typeof senderActs;
const isSenderAct = (act: string): act is SenderAct => act in senderActs;

export interface OfferedAct extends RowAct {
  readonly act: SenderAct;
  /** Why it is not possible now. */
  readonly reason?: string;
}

/** What the row offers: the first becomes its button; the others stand in its menu, those that are possible first. */
export function offersOf({ acts, state }: Pick<DeliveryRow, 'acts' | 'state'>): { first?: OfferedAct; all: readonly OfferedAct[] } {
  const all = (Object.keys(senderActs) as SenderAct[]).flatMap((act) => {
    const offer = acts.find((each): each is ActOffer & { act: SenderAct } => each.act === act && isSenderAct(each.act));
    return offer ? [{ ...senderActs[act], ...words(act, state), act, reason: offer.reason }] : [];
  });
  const possible = all.filter(({ reason }) => reason === undefined);
  return {
    first: mainActs[state]?.flatMap((main) => possible.find(({ act }) => act === main) ?? [])[0],
    all: [...possible, ...all.filter(({ reason }) => reason !== undefined)],
  };
}

/** Where the old document stands, a new one beside it is what the office calls a correction. */
const words = (act: SenderAct, state: DeliveryRow['state']): { label?: string } =>
  act === 'reissue' && (state === 'signed_for' || state === 'delivered') ? { label: '发更正件' } : {};

/** The one act that a row shows as a button. A row in good order shows none. */
const mainActs: Partial<Record<DeliveryRow['state'], readonly SenderAct[]>> = {
  ...{ queued: ['recall'], in_flight: ['recall'], stalled: ['resend'], delivered: ['urge'] },
  ...{ rejected: ['reissue'], returned: ['acknowledge', 'reissue'] },
};

/** Recipients for which an act is possible now. */
export const rowsFor = (rows: readonly DeliveryRow[], act: SenderAct): readonly DeliveryRow[] =>
  rows.filter(({ acts }) => acts.some((offer) => offer.act === act && offer.reason === undefined));
