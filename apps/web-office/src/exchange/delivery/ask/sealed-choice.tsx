import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../../app/api.js';
import { exchangeKey } from '../../exchange-queries.js';

interface SealedChoiceProps {
  /** Number of the document that is replaced. */
  except: string;
  value?: string;
  onChange?: (documentId: string | undefined) => void;
  id?: string;
}

/** One of the body's sealed documents; the server searches. */
export function SealedChoice({ except, value, onChange, id }: SealedChoiceProps) {
  const [words, setWords] = useState('');
  const q = useDeferredValue(words.trim());
  const found = useQuery({
    queryKey: [...exchangeKey, 'sealed-choice', q],
    queryFn: ({ signal }) => api.exchange.listDocuments({ state: 'sealed', limit: 30, ...(q && { q }) }, { signal }),
  });
  const options = (found.data?.items ?? []).filter(({ number }) => number !== except);
  return (
    <>
      <Select
        id={id}
        value={value}
        onChange={onChange}
        allowClear
        showSearch={{ filterOption: false, onSearch: setWords }}
        placeholder="字号或标题"
        loading={found.isFetching}
        notFoundContent={found.isFetching ? '正在搜索' : '没有其他已封装的公文'}
        options={options.map((each) => ({ value: each.id, label: `${each.number} ${each.title}` }))}
        style={{ width: '100%' }}
      />
      <span className="kz-caption">
        还没有登记？<Link to="/exchange/documents/new">去登记待发公文</Link>
      </span>
    </>
  );
}
