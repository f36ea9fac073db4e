import type { DeliveryView } from '@karez/contracts-exchange';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useAct, type ActState } from '../../app/use-act.js';
import { deliveryQuery, exchangeKey } from '../exchange-queries.js';

interface DeliveryActOptions {
  readonly said: (view: DeliveryView) => string;
  readonly onDone?: (view: DeliveryView) => void;
}

/** An act on one delivery. The answer is its new state; a refusal means that it had moved, so that is looked at as well. */
export function useDeliveryAct<Req extends { deliveryId: string }>(
  call: (request: Req) => Promise<DeliveryView>,
  { said, onDone }: DeliveryActOptions,
): ActState<Req> {
  const queries = useQueryClient();
  const act = useAct(call, {
    changes: [exchangeKey],
    said,
    onDone: (view) => {
      queries.setQueryData(deliveryQuery(view.id).queryKey, view);
      onDone?.(view);
    },
  });
  const late = act.refusal?.status === 409;
  useEffect(() => {
    if (late) void queries.invalidateQueries({ queryKey: exchangeKey });
  }, [late, queries]);
  return act;
}
