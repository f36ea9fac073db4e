import { SearchOutlined } from '@ant-design/icons';
import { type DispatchFilter, dispatchFilters, type ListDispatches } from '@karez/contracts-exchange';
import { Card, FilterChips, PageHeader } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { usePageTitle } from '../../app/page-title.js';
import { useMay } from '../../app/person-self.js';
import { exchangeCountsQuery } from '../../app/place-counts.js';
import { DispatchList } from './dispatch-list.js';
import { useDispatches } from './dispatch-queries.js';
import '../sent.css';

const filterWords: Record<DispatchFilter, string> = { open: '未了结', overdue: '逾期', attention: '待我处理', settled: '已了结' };

/** 发件跟踪: one bar for each act of sending. The filter stands in the address: it can be sent to a colleague, and Back undoes it. */
export function SentPage() {
  usePageTitle('发件跟踪');
  const may = useMay();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const [words, setWords] = useState(search.get('q') ?? '');
  const q = useDeferredValue(words.trim());
  const filter = dispatchFilters.find((each) => each === search.get('show'));
  const request: ListDispatches = { ...(q && { q }), ...(filter && { filter }) };
  const list = useDispatches(request);
  const counts = useQuery(exchangeCountsQuery).data;
  const show = (value: string) => setSearch(value === 'all' ? {} : { show: value }, { replace: true });
  const compose = () => void navigate('/exchange/documents/new');
  const clear = () => {
    setWords('');
    setSearch({}, { replace: true });
  };
  const empty = () => {
    if (q) return { title: `没有符合「${q}」的发件`, other: { key: 'clear', label: '清除筛选', onAct: clear } };
    if (filter) return { title: `没有${filterWords[filter]}的发件`, other: { key: 'clear', label: '清除筛选', onAct: clear } };
    const act = may('exchange.document.write') ? { key: 'new', label: '登记公文', onAct: compose } : undefined;
    return { title: '还没有发出公文', words: '登记、封装后选定收文单位发送，各家的签收情况在这里跟踪。', act };
  };
  return (
    <>
      <PageHeader
        title="发件跟踪"
        acts={
          may('exchange.document.write') && (
            <Button type="primary" onClick={compose}>
              登记公文
            </Button>
          )
        }
      />
      <div className="kz-page">
        <div className="office-filters" data-filter>
          <Input
            type="search"
            prefix={<SearchOutlined />}
            allowClear
            value={words}
            maxLength={60}
            placeholder="标题、文号或收文单位"
            aria-label="搜发件"
            onChange={(event) => setWords(event.target.value)}
          />
          <FilterChips
            label="按办理情况"
            value={filter ?? 'all'}
            onChange={show}
            chips={[
              { value: 'all', label: '全部' },
              { value: 'open', label: filterWords.open, count: counts?.openDispatches },
              { value: 'overdue', label: filterWords.overdue, lamp: 'red' },
              { value: 'attention', label: filterWords.attention, count: counts?.attention },
              { value: 'settled', label: filterWords.settled },
            ]}
          />
        </div>
        <Card flush>
          <DispatchList list={list} empty={empty()} />
        </Card>
      </div>
    </>
  );
}
