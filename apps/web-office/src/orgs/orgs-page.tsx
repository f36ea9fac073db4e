import { SearchOutlined } from '@ant-design/icons';
import { Card, FilterChips, LoadingRows, OrgTree, PageHeader } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { ProblemState } from '../app/instead.js';
import { usePageTitle } from '../app/page-title.js';
import { useMe } from '../app/person-self.js';
import { OrgDetail } from './org-detail.js';
import { OrgSearchResults } from './org-search-results.js';
import { orgSearchQuery } from './org-queries.js';
import { useOrgTree } from './use-org-tree.js';

/** Bodies: the tree or the results of a search on the left, one body with its people and what is below it on the right. On the phone one after the other. */
export function OrgsPage() {
  usePageTitle('机构');
  const { orgId } = useParams();
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  const asked = useDeferredValue(words.trim());
  const { post } = useMe();
  const shown = orgId ?? post?.orgId;
  const tree = useOrgTree(shown);
  const [which, setWhich] = useState<'standing' | 'abolished'>('standing');
  const searches = asked !== '' || which === 'abolished';
  const found = useQuery({
    ...orgSearchQuery({ limit: 50, ...(asked && { q: asked }), ...(which === 'abolished' && { abolished: true }) }),
    enabled: searches,
  });
  const choose = (id: string) => void navigate(`/orgs/${id}`);
  return (
    <div className={orgId ? 'office-split office-split-open' : 'office-split'}>
      <h1 className="kz-unseen">机构</h1>
      <section className="office-split-list" aria-label="机构">
        <PageHeader level={2} title="机构" />
        <div className="office-filter" data-filter>
          <Input
            type="search"
            prefix={<SearchOutlined />}
            allowClear
            value={words}
            onChange={(event) => setWords(event.target.value)}
            placeholder="名称、拼音或区划代码"
            aria-label="搜机构"
            maxLength={60}
          />
          <FilterChips
            label="按存续"
            value={which}
            onChange={setWhich}
            chips={[
              { value: 'standing', label: '现行' },
              { value: 'abolished', label: '已撤销' },
            ]}
          />
        </div>
        <div className="office-split-scroll">
          {searches ? (
            <OrgSearchResults words={asked} query={found} selected={orgId} />
          ) : tree.pending ? (
            <LoadingRows label="机构" rows={6} />
          ) : tree.problem ? (
            <ProblemState label="机构" problem={tree.problem} again={tree.again} />
          ) : (
            <OrgTree
              label="机构"
              roots={tree.roots}
              below={tree.below}
              opened={tree.opened}
              onOpen={tree.onOpen}
              selected={shown}
              onSelect={choose}
            />
          )}
        </div>
      </section>
      <section className="office-split-detail" aria-label="机构详情">
        <Link className="office-back" to="/orgs">
          返回机构
        </Link>
        {shown ? <OrgDetail key={shown} orgId={shown} /> : <Card>从左边选一个机构。</Card>}
      </section>
    </div>
  );
}
