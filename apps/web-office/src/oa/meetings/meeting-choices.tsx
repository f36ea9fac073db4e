import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { readyTopicsQuery, roomsQuery } from './meeting-queries.js';

export function RoomChoice({ value, onChange, id }: { value?: string; onChange?: (roomId: string | undefined) => void; id?: string }) {
  const rooms = useQuery(roomsQuery);
  const options = (rooms.data?.items ?? []).filter(({ open }) => open).map(({ id: roomId, name, place, capacity }) => ({ value: roomId, label: `${name}（${place}，${capacity} 人）` })); // prettier-ignore
  return (
    <Select
      id={id}
      allowClear
      value={value}
      onChange={onChange}
      options={options}
      loading={rooms.isPending}
      notFoundContent="还没有登记会议室"
      style={{ width: '100%' }}
    />
  );
}

export function TopicsChoice({ value = [], onChange, id }: { value?: string[]; onChange?: (topicIds: string[]) => void; id?: string }) {
  const topics = useQuery(readyTopicsQuery);
  const options = (topics.data ?? []).map(({ id: topicId, number, title }) => ({ value: topicId, label: `${number} ${title}` }));
  return (
    <Select
      mode="multiple"
      id={id}
      value={value}
      onChange={onChange}
      options={options}
      loading={topics.isPending}
      notFoundContent="没有审定的议题"
      style={{ width: '100%' }}
    />
  );
}
