import type { SiteRow } from '@karez/contracts-portal';
import { Card, DataTable, PageHeader, StateDot, type Column } from '@karez/web-ui';
import { Link, useParams } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { ProblemError } from '@karez/web-client';
import { insteadOfRows } from '../../app/instead.js';
import { usePageTitle } from '../../app/page-title.js';
import { sitesQuery } from '../portal-queries.js';
import { siteLook } from './site-look.js';
import { SitePage } from './site-page.js';
import '../portal.css';

const columns: readonly Column<SiteRow>[] = [
  { key: 'name', title: '站点', phone: 'title', cell: ({ name }) => name },
  { key: 'code', title: '代码', width: '96px', phone: 'meta', cell: ({ code }) => <span className="kz-mono">{code}</span> },
  { key: 'org', title: '主办单位', cell: ({ orgName }) => orgName, phone: 'meta' },
  { key: 'live', title: '已发布', width: '96px', phone: 'meta', cell: ({ liveArticles }) => `${liveArticles} 篇` },
  { key: 'state', title: '状态', width: '104px', phone: 'meta', cell: ({ state }) => <StateDot look={siteLook[state]} /> },
];

export function SitesPage() {
  const { siteId } = useParams();
  return siteId ? <SitePage key={siteId} siteId={siteId} /> : <SiteList />;
}

/** 站点: the department's own first, then those below it. */
function SiteList() {
  usePageTitle('站点与栏目');
  const sites = useQuery(sitesQuery);
  const rows = [...(sites.data?.items ?? [])].sort((one, other) => Number(Boolean(one.parentId)) - Number(Boolean(other.parentId)));
  const problem = sites.error instanceof ProblemError ? sites.error : null;
  const state = sites.isPending ? 'loading' : !sites.isError ? 'ready' : problem?.status === 403 ? 'refused' : 'failed';
  return (
    <>
      <PageHeader title="站点与栏目" />
      <div className="kz-page">
        <Card flush>
          <DataTable<SiteRow>
            label="站点"
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `/portal/sites/${id}`}
            link={Link}
            state={state}
            instead={insteadOfRows({
              label: '站点',
              list: { state, problem, rows, again: () => void sites.refetch() },
              empty: { title: '还没有站点' },
            })}
          />
        </Card>
      </div>
    </>
  );
}
