import type { ListMeetings, ListTopics, MeetingRow, TopicRow } from '@karez/contracts-oa';
import { queryOptions } from '@tanstack/react-query';
import { useKeyset, type KeysetList } from '../../app/keyset.js';
import { oa, oaKey } from '../oa-client.js';

const key = [...oaKey, 'meetings'] as const;
export const useMeetings = (request: ListMeetings): KeysetList<MeetingRow> =>
  useKeyset([...key, 'list'], (page: ListMeetings, options) => oa.listMeetings(page, options), request);
export const meetingQuery = (meetingId: string) =>
  queryOptions({ queryKey: [...key, 'one', meetingId], queryFn: ({ signal }) => oa.getMeeting({ meetingId }, { signal }) });
export const useTopics = (request: ListTopics): KeysetList<TopicRow> =>
  useKeyset([...key, 'topics'], (page: ListTopics, options) => oa.listTopics(page, options), request);
export const topicQuery = (topicId: string) =>
  queryOptions({ queryKey: [...key, 'topic', topicId], queryFn: ({ signal }) => oa.getTopic({ topicId }, { signal }) });
export const roomsQuery = queryOptions({ queryKey: [...key, 'rooms'], queryFn: ({ signal }) => oa.listRooms({ limit: 100 }, { signal }) });
export const readyTopicsQuery = queryOptions({
  queryKey: [...key, 'topics', 'ready'],
  queryFn: async ({ signal }) => {
    const [approved, deferred] = await Promise.all([oa.listTopics({ state: 'approved', limit: 100 }, { signal }), oa.listTopics({ state: 'deferred', limit: 100 }, { signal })]); // prettier-ignore
    return [...approved.items, ...deferred.items];
  },
});
/** The picture at the door is asked for again before it changes. */
export const codeQuery = (meetingId: string) =>
  queryOptions({
    queryKey: [...key, 'code', meetingId],
    queryFn: ({ signal }) => oa.getCheckInCode({ meetingId }, { signal }),
    refetchInterval: 60_000,
  });
