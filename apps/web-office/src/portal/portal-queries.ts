import type {
  ArticleRow,
  DisclosureRequestRow,
  HearingView,
  LetterRow,
  ListArticles,
  ListDisclosureRequests,
  ListHearings,
  ListLetters,
  ListVoices,
  ListWords,
  VoiceRow,
  WordView,
} from '@karez/contracts-portal';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../app/api.js';
import { useKeyset, type KeysetList } from '../app/keyset.js';

/** Everything of the portal hangs together: one published article moves lists, the tree of columns and the inspection. */
export const portalKey = ['portal'] as const;

/** The four sites of the house; they change once a year. */
export const sitesQuery = queryOptions({
  queryKey: [...portalKey, 'sites'],
  queryFn: ({ signal }) => api.portal.listSites({ limit: 100 }, { signal }),
  staleTime: 300_000,
});
export const siteQuery = (siteId: string) =>
  queryOptions({ queryKey: [...portalKey, 'site', siteId], queryFn: ({ signal }) => api.portal.getSite({ siteId }, { signal }) });
export const columnsQuery = (siteId: string) =>
  queryOptions({
    queryKey: [...portalKey, 'columns', siteId],
    queryFn: ({ signal }) => api.portal.listColumns({ siteId }, { signal }),
    enabled: siteId !== '',
  });

export const useArticles = (request: ListArticles): KeysetList<ArticleRow> =>
  useKeyset([...portalKey, 'articles'], (page: ListArticles, options) => api.portal.listArticles(page, options), request);
export const editionQuery = (editionId: string) =>
  queryOptions({
    queryKey: [...portalKey, 'edition', editionId],
    queryFn: ({ signal }) => api.portal.getEdition({ editionId }, { signal }),
  });
export const articleQuery = (articleId: string) =>
  queryOptions({
    queryKey: [...portalKey, 'article', articleId],
    queryFn: ({ signal }) => api.portal.getArticle({ articleId }, { signal }),
  });

export const useLetters = (request: ListLetters): KeysetList<LetterRow> =>
  useKeyset([...portalKey, 'letters'], (page: ListLetters, options) => api.portal.listLetters(page, options), request);
export const letterQuery = (letterId: string) =>
  queryOptions({ queryKey: [...portalKey, 'letter', letterId], queryFn: ({ signal }) => api.portal.getLetter({ letterId }, { signal }) });

export const useRequests = (request: ListDisclosureRequests): KeysetList<DisclosureRequestRow> =>
  useKeyset(
    [...portalKey, 'requests'],
    (page: ListDisclosureRequests, options) => api.portal.listDisclosureRequests(page, options),
    request,
  );
export const requestQuery = (requestId: string) =>
  queryOptions({
    queryKey: [...portalKey, 'request', requestId],
    queryFn: ({ signal }) => api.portal.getDisclosureRequest({ requestId }, { signal }),
  });

export const useHearings = (request: ListHearings): KeysetList<HearingView> =>
  useKeyset([...portalKey, 'hearings'], (page: ListHearings, options) => api.portal.listHearings(page, options), request);
export const hearingQuery = (hearingId: string) =>
  queryOptions({
    queryKey: [...portalKey, 'hearing', hearingId],
    queryFn: ({ signal }) => api.portal.getHearing({ hearingId }, { signal }),
  });
export const inspectionQuery = (siteId: string) =>
  queryOptions({
    queryKey: [...portalKey, 'inspection', siteId],
    queryFn: ({ signal }) => api.portal.getInspection({ siteId }, { signal }),
    enabled: siteId !== '',
  });

export const useWords = (request: ListWords): KeysetList<WordView> =>
  useKeyset([...portalKey, 'words'], (page: ListWords, options) => api.portal.listWords(page, options), request);
export const useVoices = (hearingId: string): KeysetList<VoiceRow> =>
  useKeyset(
    [...portalKey, 'voices', hearingId],
    (page: Omit<ListVoices, 'hearingId'>, options) => api.portal.listVoices({ ...page, hearingId }, options),
    {},
  );
