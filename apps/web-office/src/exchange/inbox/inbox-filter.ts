import { inboxTabs, type ListInbox, type Urgency, urgencies } from '@karez/contracts-exchange';

export type InboxTab = (typeof inboxTabs)[number];
export type InboxSort = '-arrived' | 'due';

/** What the address says of the list: it can be sent to a colleague, and Back undoes it. */
export interface InboxFilter {
  readonly tab: InboxTab;
  readonly urgency?: Urgency;
  readonly senderId?: string;
  /** Name of the sender, so that the filter can be said before its rows are there. */
  readonly senderName?: string;
  readonly q?: string;
  readonly sort: InboxSort;
}

const oneOf = <V extends string>(values: readonly V[], value: string | null): V | undefined => values.find((each) => each === value);
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What waits is read by its deadline, what is done by its arrival. */
const ownSort = (tab: InboxTab): InboxSort => (tab === 'waiting' ? 'due' : '-arrived');

export function readFilter(search: URLSearchParams): InboxFilter {
  const tab = oneOf(inboxTabs, search.get('tab')) ?? 'waiting';
  const urgency = oneOf(urgencies, search.get('urgency'));
  const sender = search.get('sender');
  const q = search.get('q')?.trim().slice(0, 60);
  return {
    ...{ tab, sort: oneOf(['-arrived', 'due'] as const, search.get('sort')) ?? ownSort(tab) },
    ...(urgency && { urgency }),
    ...(sender && uuid.test(sender) && { senderId: sender, senderName: search.get('from') ?? '' }),
    ...(q && { q }),
  };
}

/** The address of a filter: what is usual is left out. */
export function writeFilter({ tab, urgency, senderId, senderName, q, sort }: InboxFilter): string {
  const search = new URLSearchParams({
    ...(tab !== 'waiting' && { tab }),
    ...(urgency && { urgency }),
    ...(senderId && { sender: senderId }),
    ...(senderId && senderName && { from: senderName }),
    ...(q && { q }),
    ...(sort !== ownSort(tab) && { sort }),
  });
  return search.size > 0 ? `?${search}` : '';
}

/** Another tab, with its own order. */
export const onTab = (filter: InboxFilter, tab: InboxTab): InboxFilter => ({ ...filter, tab, sort: ownSort(tab) });

export const requestOf = ({ tab, urgency, senderId, q, sort }: InboxFilter): ListInbox => ({
  ...{ tab, sort },
  ...(urgency && { urgency }),
  ...(senderId && { senderId }),
  ...(q && { q }),
});
