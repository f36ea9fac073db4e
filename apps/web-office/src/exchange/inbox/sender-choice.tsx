import { useQueryClient } from '@tanstack/react-query';
import type { BodyRow } from '@karez/contracts-exchange';
import type { Page } from '@karez/contracts-kernel';
import { BodyChoice, bodyChoiceKey } from '../directory/body-choice.js';
import type { InboxFilter } from './inbox-filter.js';

/** Only documents of one sender. Its name goes into the address with it, so that a link can say what it filters. */
export function SenderChoice({ filter, set }: { filter: InboxFilter; set: (filter: InboxFilter) => void }) {
  const queries = useQueryClient();
  const { senderId: _, senderName: __, ...rest } = filter;
  const nameOf = (id: string) =>
    queries
      .getQueriesData<Page<BodyRow>>({ queryKey: bodyChoiceKey })
      .flatMap(([, page]) => page?.items ?? [])
      .find((body) => body.id === id)?.name ?? '';
  return (
    <BodyChoice
      label="按发文单位"
      placeholder="全部发文单位"
      {...(filter.senderName && { chosenName: filter.senderName })}
      {...(filter.senderId && { value: filter.senderId })}
      onChange={(id) => set(id ? { ...rest, senderId: id, senderName: nameOf(id) } : rest)}
    />
  );
}
