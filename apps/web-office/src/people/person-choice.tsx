import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { api } from '../app/api.js';

export interface ChosenPerson {
  readonly id: string;
  readonly name: string;
}
interface PersonChoiceProps {
  value?: ChosenPerson;
  onChange?: (person: ChosenPerson | undefined) => void;
  id?: string;
}

/** One colleague by name; the server searches among those whom the post may see. */
export function PersonChoice({ value, onChange, id }: PersonChoiceProps) {
  const [words, setWords] = useState('');
  const q = useDeferredValue(words.trim());
  const found = useQuery({
    queryKey: ['people', 'choice', q],
    queryFn: ({ signal }) => api.identity.listPeople({ limit: 20, ...(q && { q }) }, { signal }),
    staleTime: 60_000,
  });
  const people = found.data?.items ?? [];
  return (
    <Select
      id={id}
      value={value?.id}
      allowClear
      showSearch={{ filterOption: false, onSearch: setWords }}
      placeholder="姓名"
      loading={found.isFetching}
      notFoundContent={found.isFetching ? '正在搜索' : '没有符合的人员'}
      onChange={(personId: string | undefined) => {
        const person = people.find((each) => each.id === personId);
        onChange?.(person && { id: person.id, name: person.name });
      }}
      options={people.map((person) => ({ value: person.id, label: `${person.name}${person.orgName ? `（${person.orgName}）` : ''}` }))}
      style={{ width: '100%' }}
    />
  );
}
