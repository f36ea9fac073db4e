import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { bodiesQuery } from './directory-queries.js';

interface BodyPickerProps {
  value?: string;
  onChange?: (orgId: string | undefined) => void;
  id?: string;
  placeholder?: string;
}

/** One body of the directory, by name or division code. */
export function BodyPicker({ value, onChange, id, placeholder }: BodyPickerProps) {
  const [words, setWords] = useState('');
  const q = useDeferredValue(words.trim());
  const found = useQuery(bodiesQuery(q ? { q, limit: 30 } : { tops: true, limit: 30 }));
  return (
    <Select
      {...{ id, value, onChange }}
      allowClear
      showSearch={{ filterOption: false, onSearch: setWords }}
      placeholder={placeholder ?? '单位名称或区划代码'}
      loading={found.isFetching}
      notFoundContent={found.isFetching ? '正在搜索' : '没有符合的单位'}
      options={(found.data?.items ?? []).filter(({ abolishedOn }) => !abolishedOn).map((body) => ({ value: body.id, label: body.name }))}
    />
  );
}
