import type { BulletinRow, ListBulletins, ListSupervisions, SupervisionRow } from '@karez/contracts-oa';
import { queryOptions } from '@tanstack/react-query';
import { useKeyset, type KeysetList } from '../../app/keyset.js';
import { oa, oaKey } from '../oa-client.js';

const key = [...oaKey, 'supervision'] as const;

export const useSupervisions = (request: ListSupervisions): KeysetList<SupervisionRow> =>
  useKeyset([...key, 'list'], (page: ListSupervisions, options) => oa.listSupervisions(page, options), request);
export const supervisionQuery = (itemId: string) =>
  queryOptions({ queryKey: [...key, 'one', itemId], queryFn: ({ signal }) => oa.getSupervision({ itemId }, { signal }) });
export const boardQuery = (from: string, to: string) =>
  queryOptions({ queryKey: [...key, 'board', from, to], queryFn: ({ signal }) => oa.getSupervisionBoard({ from, to }, { signal }) });
export const useBulletins = (): KeysetList<BulletinRow> =>
  useKeyset([...key, 'bulletins'], (page: ListBulletins, options) => oa.listBulletins(page, options), {});
export const bulletinQuery = (bulletinId: string) =>
  queryOptions({ queryKey: [...key, 'bulletin', bulletinId], queryFn: ({ signal }) => oa.getBulletin({ bulletinId }, { signal }) });
