import type { ActedOn, DeliveryRow } from '@karez/contracts-exchange';
import type { ProblemError } from '@karez/web-client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../../app/api.js';
import { useAct } from '../../app/use-act.js';
import { codeWords } from './code-words.js';
import { exchangeKey } from '../exchange-queries.js';
import type { OfferedAct } from './row-acts.js';
import type { Asked } from './sending-dialogs.js';

/** What was said of a row when an act was tried there. */
export interface RowNote {
  readonly words: string;
}
export interface RowActs {
  readonly run: (offer: OfferedAct, row: DeliveryRow) => void;
  readonly urge: (rows: readonly DeliveryRow[] | undefined) => void;
  readonly urging: boolean;
  /** Id of the delivery whose act is under way. */
  readonly busy?: string;
  readonly noteOf: (deliveryId: string) => RowNote | undefined;
  readonly forget: (deliveryId: string) => void;
  /** Refusal of the act on many. */
  readonly refusal: ProblemError | null;
  readonly dismiss: () => void;
  /** Takes in what an act on several rows came to. */
  readonly heard: (answer: ActedOn) => void;
}

type Immediate = { readonly act: 'urge' | 'resend'; readonly row: DeliveryRow };

/** Acts on recipients: those at once run here, those with one more question open it. Every refusal stands under its own row. */
export function useRowActs(dispatchId: string, ask: (asked: Asked) => void): RowActs {
  const [notes, setNotes] = useState<ReadonlyMap<string, RowNote>>(new Map());
  const [tried, setTried] = useState<string>();
  const note = (deliveryId: string, words: string | undefined) => {
    setNotes((now) => {
      const next = new Map(now);
      if (words) next.set(deliveryId, { words });
      else next.delete(deliveryId);
      return next;
    });
  };
  const heard = ({ refused }: ActedOn) => {
    for (const { deliveryId, code, params } of refused)
      note(deliveryId, codeWords(code, params as Record<string, unknown> | undefined) ?? '这一家没有办成，请打开这一家查看。');
  };
  const one = useAct(
    ({ act, row }: Immediate) =>
      act === 'urge' ? api.exchange.urgeDelivery({ deliveryId: row.id }) : api.exchange.resendDelivery({ deliveryId: row.id }),
    {
      changes: [exchangeKey],
      said: (_, { act, row }) => (act === 'urge' ? `已催办${row.recipientName}。` : `正在重新投递给${row.recipientName}。`),
    },
  );
  const many = useAct((deliveryIds: string[] | undefined) => api.exchange.urgeDispatch({ dispatchId, deliveryIds }), {
    changes: [exchangeKey],
    said: ({ done, refused }) => `已催办 ${done} 家${refused.length > 0 ? `，${refused.length} 家没有催，原因在各家下面` : ''}。`,
    onDone: heard,
  });
  useLookAgain(one.refusal ?? many.refusal);
  return {
    run: ({ act, reason, label }, row) => {
      note(row.id, reason && `现在不能${label}：${reason}。`);
      if (reason !== undefined) return;
      if (act !== 'urge' && act !== 'resend') return ask({ act, rows: [row] });
      setTried(row.id);
      one.run({ act, row });
    },
    urge: (rows) => many.run(rows?.map(({ id }) => id)),
    urging: many.busy,
    busy: one.busy ? tried : undefined,
    noteOf: (id) => (one.refusal && tried === id ? { words: one.refusal.detail } : notes.get(id)),
    forget: (id) => {
      if (tried === id) one.dismiss();
      note(id, undefined);
    },
    ...{ refusal: many.refusal, dismiss: many.dismiss, heard },
  };
}

/** A refusal says that the screen was not up to date. */
export function useLookAgain(refusal: ProblemError | null): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (refusal && !refusal.inDoubt) void queries.invalidateQueries({ queryKey: exchangeKey });
  }, [refusal, queries]);
}
