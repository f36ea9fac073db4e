import type { InboxRow, ListInbox } from '@karez/contracts-exchange';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../app/api.js';
import { useKeyset, type KeysetList } from '../app/keyset.js';

/** Everything of the exchange hangs together: one letter moves counts, lists and the single document. */
export const exchangeKey = ['exchange'] as const;

export const deliveryQuery = (deliveryId: string) =>
  queryOptions({
    queryKey: [...exchangeKey, 'delivery', deliveryId],
    queryFn: ({ signal }) => api.exchange.getDelivery({ deliveryId }, { signal }),
  });

export const useInbox = (request: ListInbox): KeysetList<InboxRow> =>
  useKeyset([...exchangeKey, 'inbox'], (page: ListInbox, options) => api.exchange.listInbox(page, options), request);

/** Days of one year that are not what their weekday says; they change once a year. */
export const calendarQuery = (year: number) =>
  queryOptions({
    queryKey: [...exchangeKey, 'calendar', year],
    queryFn: ({ signal }) => api.exchange.getCalendar({ year }, { signal }),
    staleTime: 3_600_000,
  });
