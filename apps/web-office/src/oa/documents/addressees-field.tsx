import type { Addressee } from '@karez/contracts-oa';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { orgSearchQuery } from '../../orgs/org-queries.js';

interface AddresseesFieldProps {
  value?: readonly Addressee[];
  onChange?: (addressees: Addressee[]) => void;
  id?: string;
  label: string;
}

/** Bodies of the directory, or words that stand for several; only bodies are reached by exchange. */
export function AddresseesField({ value = [], onChange, id, label }: AddresseesFieldProps) {
  const [words, setWords] = useState('');
  const q = useDeferredValue(words.trim());
  const found = useQuery(orgSearchQuery({ limit: 30, ...(q && { q }) }));
  const options = (found.data?.items ?? [])
    .filter(({ abolishedOn }) => !abolishedOn)
    .map(({ id: orgId, name }) => ({ value: orgId, label: name }));
  const keyOf = ({ orgId, name }: Addressee): string => orgId ?? `words:${name}`;
  const chosen = value.map((addressee) => ({
    value: keyOf(addressee),
    label: addressee.orgId ? addressee.name : `${addressee.name}（统称）`,
  }));
  const own = q && !options.some((option) => option.label === q) ? [{ value: `words:${q}`, label: `${q}（统称，不经交换送达）` }] : [];
  const all = [...chosen, ...options.filter((option) => !chosen.some((each) => each.value === option.value)), ...own];
  return (
    <Select
      mode="multiple"
      id={id}
      aria-label={label}
      value={value.map(keyOf)}
      showSearch={{ filterOption: false, onSearch: setWords }}
      placeholder="名称、拼音；也可写统称"
      notFoundContent={found.isFetching ? '正在搜索' : '没有符合的机构'}
      options={all}
      onChange={(keys: string[]) =>
        onChange?.(
          keys.map((key) => {
            const before = value.find((each) => keyOf(each) === key);
            if (before) return before;
            if (key.startsWith('words:')) return { name: key.slice(6) };
            return { orgId: key, name: all.find((option) => option.value === key)?.label ?? '' };
          }),
        )
      }
      style={{ width: '100%' }}
    />
  );
}
