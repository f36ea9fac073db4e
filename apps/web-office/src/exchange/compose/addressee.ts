import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { drafts } from '../../app/drafts.js';
import { bodyQuery, groupsQuery } from '../directory/body-queries.js';
import { type Chosen, choose, type ChosenBody, nobody } from './recipients/chosen.js';
import { type SendTerms, usualTerms } from './send-terms.js';

/** Recipients and terms of a document, as they wait in this tab until it is sent. */
export interface Sending {
  readonly chosen: Chosen;
  readonly terms: SendTerms;
}
const sendingKey = (documentId: string) => `exchange.send.${documentId}`;
export const keptSending = (documentId: string): Sending =>
  (drafts.read(sendingKey(documentId)) as Sending | undefined) ?? { chosen: nobody, terms: usualTerms };
export const keepSending = (documentId: string, sending: Sending) => drafts.write(sendingKey(documentId), { ...sending });
export const dropSending = (documentId: string) => drafts.drop(sendingKey(documentId));

/** Whom `?to=` names, a body's id or `group:<id>`; nobody when the directory has no such recipient. */
const addresseeQuery = (queries: QueryClient, to: string) =>
  queryOptions({
    queryKey: ['exchange', 'addressee', to],
    queryFn: async (): Promise<ChosenBody | null> => {
      if (to.startsWith('group:')) {
        const { items } = await queries.ensureQueryData(groupsQuery);
        const group = items.find(({ id }) => `group:${id}` === to);
        return group ? { id: to, name: group.name, members: group.members } : null;
      }
      const { id, name, kind } = await queries.ensureQueryData(bodyQuery(to));
      return kind === 'office' ? null : { id, name };
    },
    retry: false,
  });

/** The recipient that the directory handed over with `?to=`. */
export function useAddressee(queries: QueryClient): { readonly name?: string; readonly keepFor: (documentId: string) => Promise<void> } {
  const to = useSearchParams()[0].get('to') ?? '';
  const query = addresseeQuery(queries, to);
  const { data } = useQuery({ ...query, enabled: to !== '' });
  return {
    ...(data && { name: data.name }),
    // a recipient that cannot be found is no reason not to go on: it is chosen by hand then
    keepFor: async (documentId) => {
      const addressee = to ? await queries.ensureQueryData(query).catch(() => null) : null;
      if (addressee) keepSending(documentId, { ...keptSending(documentId), chosen: choose(nobody, 'primary', addressee) });
    },
  };
}
