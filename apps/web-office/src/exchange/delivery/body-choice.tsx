import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { api } from '../../app/api.js';
import { exchangeKey } from '../exchange-queries.js';

interface BodyChoiceProps {
  label: string;
  placeholder?: string;
  /** Name of the chosen body, when it is known already. */
  chosenName?: string;
  value?: string;
  onChange?: (orgId: string | undefined) => void;
  id?: string;
}

/** One body of the directory by name, short name or division code; the server searches. */
export function BodyChoice({ label, placeholder, chosenName, value, onChange, id }: BodyChoiceProps) {
  const [words, setWords] = useState('');
  const q = useDeferredValue(words.trim());
  const found = useQuery({
    queryKey: [...exchangeKey, 'body-choice', q],
    queryFn: ({ signal }) => api.exchange.listBodies({ limit: 30, ...(q && { q }) }, { signal }),
    staleTime: 300_000,
  });
  const options = (found.data?.items ?? []).filter(({ abolishedOn }) => !abolishedOn).map((body) => ({ value: body.id, label: body.name }));
  const chosen = value && chosenName && !options.some((each) => each.value === value) ? [{ value, label: chosenName }] : [];
  return (
    <Select
      id={id}
      value={value}
      onChange={onChange}
      allowClear
      showSearch={{ filterOption: false, onSearch: setWords }}
      placeholder={placeholder ?? '名称或区划代码'}
      aria-label={label}
      loading={found.isFetching}
      notFoundContent={found.isFetching ? '正在搜索' : '没有符合的单位'}
      options={[...chosen, ...options]}
      style={{ width: '100%' }}
    />
  );
}
