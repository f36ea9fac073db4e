import { type DeliveryCounts, type DeliveryRow, type DeliveryState, deliveryStates } from '@karez/contracts-exchange';
import { deliveryBar, deliveryLook } from '@karez/web-ui';
import { groupPlace, groupTitle } from './body-kinds.js';

/** Recipients of one kind of body. */
export interface RecipientGroup {
  readonly title: string;
  readonly rows: readonly DeliveryRow[];
  /** `14 家，已签收 7，待签收 4` */
  readonly words: string;
}

/** In the order of the kinds; inside of a group the directory's order stays. */
export function groupsOf(rows: readonly DeliveryRow[]): readonly RecipientGroup[] {
  const byTitle = new Map<string, { place: number; rows: DeliveryRow[] }>();
  for (const row of rows) {
    const title = groupTitle(row.recipientKind);
    const group = byTitle.get(title) ?? { place: groupPlace(row.recipientKind), rows: [] };
    group.rows.push(row);
    byTitle.set(title, group);
  }
  return [...byTitle]
    .sort(([, one], [, other]) => one.place - other.place)
    .map(([title, group]) => ({ title, rows: group.rows, words: groupWords(group.rows) }));
}

function groupWords(rows: readonly DeliveryRow[]): string {
  const counts = countsOf(rows);
  const parts = barStates.filter((state) => counts[state]).map((state) => `${deliveryLook[state].label} ${counts[state]}`);
  return [`${rows.length} 家`, ...parts].join('，');
}

/** `14 个地州市，流域机构 4 家，直属单位 6 家` */
export const kindsSentence = (rows: readonly DeliveryRow[]): string =>
  groupsOf(rows)
    .map(({ title, rows: { length } }) => (title === '地州市' || title === '县市区' ? `${length} 个${title}` : `${title} ${length} 家`))
    .join('，');

export function countsOf(rows: readonly DeliveryRow[]): DeliveryCounts {
  const counts: DeliveryCounts = {};
  for (const { state } of rows) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

/** Every state in drawing order: those of the bar, then those that have no colour of their own there. */
export const barStates: readonly DeliveryState[] = [
  ...deliveryBar.map(([state]) => state),
  ...deliveryStates.filter((state) => !deliveryBar.some(([each]) => each === state)),
];
const barColor = (state: DeliveryState): string => deliveryBar.find(([each]) => each === state)?.[1] ?? deliveryLook[state].color;

/** Segments of the bar; together they are all recipients. */
export const barParts = (counts: DeliveryCounts) =>
  barStates
    .filter((state) => counts[state])
    .map((state) => ({ key: state, label: deliveryLook[state].label, count: counts[state] ?? 0, color: barColor(state) }));

/** The sender still waits for a decision of the recipient, or has to act on one. */
export const isOpen = ({ state, acts }: Pick<DeliveryRow, 'state' | 'acts'>): boolean =>
  ['queued', 'in_flight', 'stalled', 'delivered', 'recall_pending'].includes(state) ||
  acts.some(({ act, reason }) => act === 'acknowledge' && reason === undefined);

export interface RecipientFilter {
  readonly words: string;
  readonly state?: DeliveryState;
  readonly openOnly: boolean;
}
/** By name of the body or of who signed. */
export function filtered(rows: readonly DeliveryRow[], { words, state, openOnly }: RecipientFilter): readonly DeliveryRow[] {
  const asked = words.trim().toLowerCase();
  return rows.filter(
    (row) =>
      (!state || row.state === state) &&
      (!openOnly || isOpen(row)) &&
      (!asked || `${row.recipientName}\n${row.decidedByName ?? ''}`.toLowerCase().includes(asked)),
  );
}
