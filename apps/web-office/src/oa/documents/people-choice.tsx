import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { api } from '../../app/api.js';

interface PeopleChoiceProps {
  value?: readonly string[];
  onChange?: (personIds: string[]) => void;
  id?: string;
}

/** Several colleagues by name; the server searches among those whom the post may see. */
export function PeopleChoice({ value = [], onChange, id }: PeopleChoiceProps) {
  const [words, setWords] = useState('');
  const [known, setKnown] = useState<ReadonlyMap<string, string>>(new Map());
  const q = useDeferredValue(words.trim());
  const found = useQuery({
    queryKey: ['people', 'choice', q],
    queryFn: ({ signal }) => api.identity.listPeople({ limit: 20, state: 'active', ...(q && { q }) }, { signal }),
    staleTime: 60_000,
  });
  const options = (found.data?.items ?? []).map(({ id: personId, name, orgName }) => ({
    value: personId,
    label: orgName ? `${name}（${orgName}）` : name,
  }));
  const chosen = value.filter((personId) => !options.some((option) => option.value === personId)).map((personId) => ({ value: personId, label: known.get(personId) ?? personId })); // prettier-ignore
  return (
    <Select
      mode="multiple"
      id={id}
      value={[...value]}
      showSearch={{ filterOption: false, onSearch: setWords }}
      placeholder="姓名、拼音"
      loading={found.isFetching}
      notFoundContent={found.isFetching ? '正在搜索' : '没有符合的人员'}
      onChange={(personIds: string[]) => {
        setKnown(new Map([...known, ...options.map(({ value: personId, label }) => [personId, label] as const)]));
        onChange?.(personIds);
      }}
      options={[...chosen, ...options]}
      style={{ width: '100%' }}
    />
  );
}
