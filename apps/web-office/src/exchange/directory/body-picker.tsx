import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { bodyKindWord } from './body-kind.js';
import { bodiesQuery } from './body-queries.js';

interface BodyPickerProps {
  value?: string;
  onChange?: (orgId: string | undefined) => void;
  id?: string;
}

/** Chooses one body of the directory by name or division code; the server searches. */
export function BodyPicker({ value, onChange, id }: BodyPickerProps) {
  const [words, setWords] = useState('');
  const asked = useDeferredValue(words.trim());
  const found = useQuery(bodiesQuery({ limit: 30, ...(asked && { q: asked }) }));
  return (
    <Select
      id={id}
      value={value}
      onChange={onChange}
      showSearch={{ filterOption: false, onSearch: setWords }}
      placeholder="名称、简称或区划代码"
      loading={found.isFetching}
      notFoundContent={found.isFetching ? '正在搜索' : '没有符合的单位'}
      options={(found.data?.items ?? [])
        .filter(({ abolishedOn }) => !abolishedOn)
        .map(({ id: key, name, kind }) => ({ value: key, label: name, kind }))}
      optionRender={({ data }) => (
        <span className="office-option">
          {data.label}
          <span className="kz-caption">{bodyKindWord(data.kind)}</span>
        </span>
      )}
      style={{ width: '100%' }}
    />
  );
}
