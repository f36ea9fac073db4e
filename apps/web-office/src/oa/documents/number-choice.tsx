import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { rulesQuery } from './document-queries.js';

/** 机关代字 of the bodies whose office the caller keeps, with the last number that each has given out. */
export function NumberChoice({ value, onChange, id }: { value?: string; onChange?: (code: string) => void; id?: string }) {
  const rules = useQuery(rulesQuery);
  const options = (rules.data?.items ?? []).map(({ code, purpose, last }) => ({
    value: code,
    label: `${code}（${purpose}，已用到 ${last} 号）`,
  }));
  return (
    <Select
      id={id}
      value={value}
      onChange={onChange}
      options={options}
      loading={rules.isPending}
      notFoundContent="还没有登记机关代字"
      style={{ width: '100%' }}
    />
  );
}
