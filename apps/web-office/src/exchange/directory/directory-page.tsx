import { SearchOutlined } from '@ant-design/icons';
import { Card, EmptyState, FilterChips, LoadingRows, OrgTree, PageHeader } from '@karez/web-ui';
import { Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { ProblemState } from '../../app/instead.js';
import { usePageTitle } from '../../app/page-title.js';
import { BodyDetail } from './body-detail.js';
import { BodySearch } from './body-search.js';
import { GroupDetail } from './group-detail.js';
import { GroupList } from './group-list.js';
import { useBodyTree } from './use-body-tree.js';
import '../exchange-office.css';

/** Everybody who can be written to: the tree, a search or the groups on the left, one body or one group on the right. On the phone one after the other. */
export function DirectoryPage() {
  usePageTitle('交换通讯录');
  const { orgId } = useParams();
  const [search] = useSearchParams();
  const group = search.get('group') ?? undefined;
  const [words, setWords] = useState('');
  const [view, setView] = useState<'tree' | 'groups'>(group ? 'groups' : 'tree');
  const asked = useDeferredValue(words.trim());
  return (
    <div className={orgId || group ? 'office-split office-split-open' : 'office-split'}>
      <h1 className="kz-unseen">交换通讯录</h1>
      <section className="office-split-list" aria-label="收文单位">
        <PageHeader level={2} title="交换通讯录" />
        <div className="office-filter" data-filter>
          <Input
            type="search"
            prefix={<SearchOutlined />}
            allowClear
            value={words}
            onChange={(event) => setWords(event.target.value)}
            placeholder="名称、简称或区划代码"
            aria-label="搜收文单位"
            maxLength={60}
          />
          <FilterChips
            label="怎样排列"
            value={view}
            onChange={setView}
            chips={[
              { value: 'tree', label: '按隶属' },
              { value: 'groups', label: '单位组' },
            ]}
          />
        </div>
        <div className="office-split-scroll">
          {asked ? (
            <BodySearch words={asked} selected={orgId} />
          ) : view === 'groups' ? (
            <GroupList selected={group} />
          ) : (
            <BodyTree selected={orgId} />
          )}
        </div>
      </section>
      <section className="office-split-detail" aria-label="单位详情">
        <Link className="office-back" to="/exchange/directory">
          返回通讯录
        </Link>
        {orgId ? (
          <BodyDetail key={orgId} orgId={orgId} />
        ) : group ? (
          <GroupDetail key={group} group={group} />
        ) : (
          <div className="kz-page exchange-choose">
            <Card>
              <EmptyState dry title="选一个单位或单位组">
                左边按隶属排列，也可以搜名称和区划代码；「单位组」由通讯录随时算出，发文时可以整组选。
              </EmptyState>
            </Card>
          </div>
        )}
      </section>
    </div>
  );
}

function BodyTree({ selected }: { selected: string | undefined }) {
  const tree = useBodyTree(selected);
  const navigate = useNavigate();
  if (tree.pending) return <LoadingRows label="收文单位" rows={6} />;
  if (tree.problem) return <ProblemState label="通讯录" problem={tree.problem} again={tree.again} />;
  return (
    <OrgTree
      label="收文单位"
      roots={tree.roots}
      below={tree.below}
      opened={tree.opened}
      onOpen={tree.onOpen}
      selected={selected}
      onSelect={(id) => void navigate(`/exchange/directory/${id}`)}
    />
  );
}
