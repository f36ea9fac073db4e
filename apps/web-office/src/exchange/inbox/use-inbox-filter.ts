import { useNavigate, useParams, useSearchParams } from 'react-router';
import { type InboxFilter, readFilter, writeFilter } from './inbox-filter.js';

/** The filter of the address, and how to change it; the opened document stays open beside the new list. */
export function useInboxFilter() {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const { deliveryId } = useParams();
  const filter = readFilter(search);
  const place = deliveryId ? `/exchange/inbox/${deliveryId}` : '/exchange/inbox';
  return {
    filter,
    set: (changed: InboxFilter) => void navigate(`${place}${writeFilter(changed)}`, { replace: true }),
    /** Address of a document, or of the list, under this filter. */
    hrefOf: (id?: string) => `/exchange/inbox${id ? `/${id}` : ''}${writeFilter(filter)}`,
  };
}
