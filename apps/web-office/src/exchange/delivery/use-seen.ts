import type { DeliveryView } from '@karez/contracts-exchange';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../../app/api.js';
import { useMay } from '../../app/person-self.js';
import { deliveryQuery, exchangeKey } from '../exchange-queries.js';

/** The first look of the recipient is noted. That it could not be noted is no reason to disturb the reader: the next look tries again. */
export function useSeen(view: DeliveryView | undefined): void {
  const queries = useQueryClient();
  const may = useMay();
  const { mutate } = useMutation({
    mutationFn: (deliveryId: string) => api.exchange.markSeen({ deliveryId }),
    onSuccess: (seen) => {
      queries.setQueryData(deliveryQuery(seen.id).queryKey, seen);
      void queries.invalidateQueries({ queryKey: [...exchangeKey, 'inbox'] });
    },
  });
  const unseen = view?.side === 'recipient' && !view.timeline.some(({ kind }) => kind === 'seen') && may('exchange.inbox.read');
  const id = unseen ? view.id : undefined;
  useEffect(() => {
    if (id) mutate(id);
  }, [id, mutate]);
}
