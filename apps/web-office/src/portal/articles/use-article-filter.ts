import { editionStates, type ListArticles } from '@karez/contracts-portal';
import { useSearchParams } from 'react-router';

type Filter = Pick<ListArticles, 'siteId' | 'columnId' | 'state' | 'q'>;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const idIn = (value: string | null): string | undefined => (value && uuid.test(value) ? value : undefined);

/** The filter of the address: it can be sent to a colleague, and Back undoes it. */
export function useArticleFilter(): { filter: Filter; set: (filter: Filter) => void } {
  const [search, setSearch] = useSearchParams();
  const siteId = idIn(search.get('site'));
  const columnId = idIn(search.get('column'));
  const state = editionStates.find((each) => each === search.get('state'));
  const q = search.get('q')?.trim().slice(0, 60);
  return {
    filter: { ...(siteId && { siteId }), ...(columnId && { columnId }), ...(state && { state }), ...(q && { q }) },
    set: (next) =>
      setSearch(
        {
          ...(next.siteId && { site: next.siteId }),
          ...(next.columnId && { column: next.columnId }),
          ...(next.state && { state: next.state }),
          ...(next.q && { q: next.q }),
        },
        { replace: true },
      ),
  };
}
