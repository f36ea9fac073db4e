import { SearchOutlined } from '@ant-design/icons';
import { type DocumentRow, exchangeWords, type ListDocuments } from '@karez/contracts-exchange';
import { Card, DataTable, FilterChips, PageHeader, StateDot, type Column } from '@karez/web-ui';
import { Button, Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { insteadOfRows } from '../../app/instead.js';
import { usePageTitle } from '../../app/page-title.js';
import { useMay } from '../../app/person-self.js';
import { shortTime } from '../../app/time.js';
import { documentLook } from './document-look.js';
import { useDocuments } from './document-queries.js';
import '../sent.css';

/** What each chip asks for; a sealed document that was sent and one that was not are told apart by the number of dispatches. */
const shows = {
  draft: { label: '草稿', request: { state: 'draft' } },
  unsent: { label: '已封装，待发送', request: { state: 'sealed', unsent: 'true' } },
  sent: { label: '已发出', request: { state: 'sealed' } },
} as const satisfies Record<string, { label: string; request: ListDocuments }>;
type Show = keyof typeof shows;
const isShow = (value: string | null): value is Show => value !== null && value in shows;

const columns: readonly Column<DocumentRow>[] = [
  {
    key: 'title',
    title: '标题',
    phone: 'title',
    cell: ({ title, urgency }) => (
      <>
        {title} {urgency !== 'none' && <span className="kz-urgency">{exchangeWords.urgency[urgency]}</span>}
      </>
    ),
  },
  { key: 'number', title: '发文字号', cell: ({ number }) => <span className="sent-number">{number}</span>, phone: 'meta' },
  { key: 'type', title: '文种', cell: ({ documentType }) => exchangeWords.documentType[documentType], width: '72px', phone: 'meta' },
  { key: 'state', title: '状态', cell: (row) => <StateDot look={documentLook(row)} />, width: '152px', phone: 'meta' },
  { key: 'at', title: '时间', cell: ({ createdAt, sealedAt }) => shortTime(sealedAt ?? createdAt), width: '112px', phone: 'meta' },
];

/** 待发公文: drafts, what is sealed and waits, what was sent. */
export function DocumentsPage() {
  usePageTitle('待发公文');
  const may = useMay();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const [words, setWords] = useState('');
  const q = useDeferredValue(words.trim());
  const chosen = search.get('show');
  const show = isShow(chosen) ? chosen : undefined;
  const list = useDocuments({ ...(q && { q }), ...(show && shows[show].request) });
  const rows = show === 'sent' ? list.rows.filter(({ dispatches }) => dispatches > 0) : list.rows;
  const compose = () => void navigate('/exchange/documents/new');
  const clear = () => {
    setWords('');
    setSearch({}, { replace: true });
  };
  return (
    <>
      <PageHeader
        title="待发公文"
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
            placeholder="标题或文号"
            aria-label="搜待发公文"
            onChange={(event) => setWords(event.target.value)}
          />
          <FilterChips
            label="按状态"
            value={show ?? 'all'}
            onChange={(value) => setSearch(value === 'all' ? {} : { show: value }, { replace: true })}
            chips={[
              { value: 'all', label: '全部' },
              ...(Object.keys(shows) as Show[]).map((value) => ({ value, label: shows[value].label })),
            ]}
          />
        </div>
        <Card flush>
          <DataTable<DocumentRow>
            label="待发公文"
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `/exchange/documents/${id}`}
            link={Link}
            state={list.state}
            onMore={list.onMore}
            loadingMore={list.loadingMore}
            instead={insteadOfRows({
              label: '待发公文',
              list,
              empty:
                q || show
                  ? {
                      title: q ? `没有符合「${q}」的公文` : `没有${shows[show!].label}的公文`,
                      other: { key: 'clear', label: '清除筛选', onAct: clear },
                    }
                  : {
                      title: '还没有待发公文',
                      words: '登记要素、上传版式文件和附件，封装后发送。',
                      act: may('exchange.document.write') ? { key: 'new', label: '登记公文', onAct: compose } : undefined,
                    },
            })}
          />
        </Card>
      </div>
    </>
  );
}
