import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { api } from '../../app/api.js';
import { bodyKindWord } from './body-kind.js';

/** Answers of the search; who shows the chosen body's name elsewhere finds it there. */
export const bodyChoiceKey = ['exchange', 'body-choice'] as const;

interface BodyChoiceProps {
  /** What it is for, where no label of a form says so. */
  label?: string;
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
    queryKey: [...bodyChoiceKey, q],
    queryFn: ({ signal }) => api.exchange.listBodies({ limit: 30, ...(q && { q }) }, { signal }),
    staleTime: 300_000,
  });
  const options = (found.data?.items ?? [])
    .filter(({ abolishedOn }) => !abolishedOn)
    .map((body) => ({ value: body.id, label: body.name, kind: bodyKindWord(body.kind) }));
  const chosen = value && chosenName && !options.some((each) => each.value === value) ? [{ value, label: chosenName, kind: '' }] : [];
  return (
    <Select
      {...{ id, value, onChange }}
      allowClear
      showSearch={{ filterOption: false, onSearch: setWords }}
      placeholder={placeholder ?? '名称、简称或区划代码'}
      aria-label={label}
      loading={found.isFetching}
      notFoundContent={found.isFetching ? '正在搜索' : '没有符合的单位'}
      options={[...chosen, ...options]}
      optionRender={({ data }) => (
        <span className="office-option">
          {data.label}
          <span className="kz-caption">{data.kind}</span>
        </span>
      )}
      style={{ width: '100%' }}
    />
  );
}
