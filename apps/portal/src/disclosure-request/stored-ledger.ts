import type { ValueTransformer } from 'typeorm';
import type { Ledger, Stop } from './clock.js';

interface Stored {
  readonly receivedAt: string;
  readonly stops: readonly { readonly cause: Stop['cause']; readonly from: string; readonly to: string | null }[];
  readonly extension: number;
  readonly ended: { readonly at: string; readonly cause: 'answered' | 'abandoned' } | null;
}

/** The ledger as `jsonb` keeps it: times as text. */
export const ledgerColumn: ValueTransformer = {
  to: (ledger: Ledger): object => ledger,
  from: ({ receivedAt, stops, extension, ended }: Stored): Ledger => ({
    ...{ receivedAt: new Date(receivedAt), extension, ended: ended && { at: new Date(ended.at), cause: ended.cause } },
    stops: stops.map(({ cause, from, to }) => ({ cause, from: new Date(from), to: to ? new Date(to) : null })),
  }),
};
