import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { api } from './api.js';
import { navigationFor } from './navigation.js';
import { useMay, useMe } from './person-self.js';

export interface Found {
  readonly key: string;
  readonly kind: string;
  readonly label: string;
  readonly note?: string;
  readonly href: string;
}

/** Places at once; documents, bodies and people as far as the post may see them. */
export function useFound(words: string): { items: readonly Found[]; words: string } {
  const { permissions } = useMe();
  const asked = useDeferredValue(words);
  const sources = [useTodo(asked), useOffice(asked), useInbox(asked), useSent(asked), useOrgs(asked), usePeople(asked)];
  const places = navigationFor(permissions).open.filter(({ label }) => label.includes(words));
  const items: Found[] = [
    ...places.map(({ key, label, href }) => ({ key, kind: '去', label, href })),
    ...sources.flatMap(({ found }) => found),
  ];
  if (sources.some(({ isError }) => isError)) return { items, words: '搜索暂时取不到全部结果，其余照常。' };
  if (sources.some(({ isFetching }) => isFetching)) return { items, words: '正在搜索' };
  return { items, words: items.length > 0 ? `${items.length} 项，↑ ↓ 选择，Enter 打开` : `没有符合「${words}」的页面、公文、机构或人员` };
}

interface Source {
  readonly found: readonly Found[];
  readonly isError: boolean;
  readonly isFetching: boolean;
}

/** Asks once there are words, and only where the post may look. */
function useSource<Row>(
  asked: string,
  needs: string,
  search: {
    list: (request: { q: string; limit: number }, options: { signal: AbortSignal }) => Promise<{ items: Row[] }>;
    found: (row: Row) => Found;
  },
): Source {
  const may = useMay();
  const { data, isError, isFetching } = useQuery({
    queryKey: ['palette', needs, asked],
    queryFn: ({ signal }) => search.list({ q: asked, limit: 6 }, { signal }),
    enabled: asked !== '' && may(needs),
  });
  return { found: data?.items.map(search.found) ?? [], isError, isFetching };
}

const useTodo = (asked: string) =>
  useSource(asked, 'oa.todo.read', {
    list: async (request, options) => (await import('../oa/oa-client.js')).oa.listTodos(request, options),
    found: ({ id, title, act, href }) => ({ key: id, kind: '待办', label: title, note: `待${act}`, href }),
  });

/** Full text; what it finds in documents is opened there. */
const useOffice = (asked: string) =>
  useSource(asked, 'oa.search.read', {
    list: async (request, options) => (await import('../oa/oa-client.js')).oa.searchOffice(request, options),
    found: ({ subjectId, title, number, orgName, href }) => ({
      ...{ key: `office ${subjectId}`, kind: '检索', label: title, note: [number, orgName].filter(Boolean).join(' '), href },
    }),
  });

const useInbox = (asked: string) =>
  useSource(asked, 'exchange.inbox.read', {
    list: (request, options) => api.exchange.listInbox({ ...request, tab: 'all' }, options),
    found: ({ id, title, number, senderName }) => ({
      ...{ key: id, kind: '收件', label: title, note: `${number} ${senderName}`, href: `/exchange/inbox/${id}` },
    }),
  });

const useSent = (asked: string) =>
  useSource(asked, 'exchange.dispatch.read', {
    list: (request, options) => api.exchange.listDispatches(request, options),
    found: ({ id, title, number, recipients }) => ({
      ...{ key: id, kind: '发件', label: title, note: `${number} ${recipients} 家`, href: `/exchange/sent/${id}` },
    }),
  });

const useOrgs = (asked: string) =>
  useSource(asked, 'identity.org.read', {
    list: (request, options) => api.identity.listOrgs(request, options),
    found: ({ id, name, divisionCode }) => ({ key: id, kind: '机构', label: name, note: divisionCode, href: `/orgs/${id}` }),
  });

const usePeople = (asked: string) =>
  useSource(asked, 'identity.person.read', {
    list: (request, options) => api.identity.listPeople(request, options),
    found: ({ id, name, orgName, title }) => ({
      ...{ key: id, kind: '人员', label: name, note: [orgName, title].filter(Boolean).join(' '), href: `/people/${id}` },
    }),
  });
