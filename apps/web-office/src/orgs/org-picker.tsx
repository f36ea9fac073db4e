import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { orgKindWord } from '../words/org-words.js';
import { orgQuery, orgSearchQuery } from './org-queries.js';

interface OrgPickerProps {
  value?: string;
  onChange?: (orgId: string | undefined) => void;
  id?: string;
  placeholder?: string;
  /** Name for screen readers where no label stands beside it. */
  label?: string;
  allowClear?: boolean;
}

/** Chooses one body by name, pinyin, initials or division code; the server searches. */
export function OrgPicker({ value, onChange, id, placeholder, label, allowClear }: OrgPickerProps) {
  const [words, setWords] = useState('');
  const asked = useDeferredValue(words.trim());
  const found = useQuery(orgSearchQuery({ limit: 30, ...(asked && { q: asked }) }));
  const chosen = useQuery({ ...orgQuery(value ?? ''), enabled: Boolean(value) });
  const options = (found.data?.items ?? [])
    .filter(({ abolishedOn }) => !abolishedOn)
    .map(({ id: key, name, kind }) => ({ value: key, label: name, kind }));
  const shown =
    value && chosen.data && !options.some((each) => each.value === value)
      ? [{ value, label: chosen.data.name, kind: chosen.data.kind }, ...options]
      : options;
  return (
    <Select
      id={id}
      value={value}
      onChange={onChange}
      allowClear={allowClear}
      showSearch={{ filterOption: false, onSearch: setWords }}
      placeholder={placeholder ?? '名称、拼音或区划代码'}
      aria-label={label}
      loading={found.isFetching}
      notFoundContent={found.isFetching ? '正在搜索' : '没有符合的机构'}
      options={shown}
      optionRender={({ data }) => (
        <span className="office-option">
          {data.label}
          <span className="kz-caption">{orgKindWord[data.kind]}</span>
        </span>
      )}
      style={{ width: '100%' }}
    />
  );
}

/** The same for several bodies. */
export function OrgsPicker({ value = [], onChange, id }: { value?: string[]; onChange?: (orgIds: string[]) => void; id?: string }) {
  const [words, setWords] = useState('');
  const asked = useDeferredValue(words.trim());
  const found = useQuery(orgSearchQuery({ limit: 30, ...(asked && { q: asked }) }));
  return (
    <Select
      mode="multiple"
      id={id}
      value={value}
      onChange={onChange}
      showSearch={{ filterOption: false, onSearch: setWords }}
      placeholder="名称、拼音或区划代码，可选多个"
      notFoundContent={found.isFetching ? '正在搜索' : '没有符合的机构'}
      options={(found.data?.items ?? []).map(({ id: key, name }) => ({ value: key, label: name }))}
      style={{ width: '100%' }}
    />
  );
}
