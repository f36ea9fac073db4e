import type { SiteView } from '@karez/contracts-portal';
import { ProblemError } from '@karez/web-client';
import { Card, Facts, LoadingRows, PageHeader, SchemaForm, StateDot, type FieldSpec } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { api } from '../../app/api.js';
import { ProblemPage } from '../../app/instead.js';
import { usePageTitle } from '../../app/page-title.js';
import { useMay } from '../../app/person-self.js';
import { useAct } from '../../app/use-act.js';
import { wordsIn } from '../../app/ask-dialog.js';
import { portalKey, siteQuery } from '../portal-queries.js';
import { ColumnTree } from './column-tree.js';
import { siteLook } from './site-look.js';
import { ThemeEditor } from './theme-editor.js';
import '../portal.css';

const tabs = { columns: '栏目', theme: '风格', texts: '设置' } as const;
type Tab = keyof typeof tabs;

/** One site: its tree of columns, its look, what it is called. */
export function SitePage({ siteId }: { siteId: string }) {
  usePageTitle('站点');
  const site = useQuery(siteQuery(siteId));
  const [search] = useSearchParams();
  const tab = (Object.keys(tabs) as Tab[]).find((each) => each === search.get('tab')) ?? 'columns';
  if (site.isPending) return <LoadingRows label="站点" rows={6} />;
  if (!site.data) {
    const problem = site.error instanceof ProblemError ? site.error : null;
    return <ProblemPage title="站点" label="这个站点" problem={problem} again={() => void site.refetch()} />;
  }
  const view = site.data;
  return (
    <>
      <PageHeader
        crumb={<Link to="/portal/sites">站点与栏目</Link>}
        title={view.name}
        meta={
          <span className="portal-head">
            <StateDot look={siteLook[view.state]} />
            <span>{view.orgName}</span>
            <span className="kz-mono">{view.domain}</span>
          </span>
        }
      />
      <div className="kz-page">
        <nav className="office-tabs" aria-label="站点的部分">
          {(Object.keys(tabs) as Tab[]).map((each) => (
            <Link key={each} to={`?tab=${each}`} replace aria-current={each === tab ? 'page' : undefined}>
              {tabs[each]}
            </Link>
          ))}
        </nav>
        {tab === 'columns' && <ColumnTree site={view} />}
        {tab === 'theme' && <ThemeEditor key={view.version} site={view} />}
        {tab === 'texts' && <SiteTextsCard site={view} />}
      </div>
    </>
  );
}

const fields: readonly FieldSpec[] = [
  { kind: 'text', name: 'name', label: '名称', required: true, max: 60 },
  { kind: 'text', name: 'nameUg', label: '维吾尔文名称', max: 120 },
  { kind: 'text', name: 'nameEn', label: '英文名称', max: 120 },
  { kind: 'text', name: 'domain', label: '域名', required: true, pattern: [/^[a-z0-9][a-z0-9.-]{2,120}$/, '小写字母、数字、点和连字符'] },
  { kind: 'text', name: 'idCode', label: '网站标识码', required: true, pattern: [/^\d{10}$/, '10 位数字'] },
  { kind: 'long', name: 'description', label: '简介', max: 200 },
  { kind: 'long', name: 'foot', label: '页脚', help: '办公地址、联系电话', max: 400 },
];

function SiteTextsCard({ site }: { site: SiteView }) {
  const may = useMay();
  const save = useAct(
    (values: Record<string, unknown>) =>
      api.portal.updateSite({
        ...{ siteId: site.id, version: site.version, name: wordsIn(values, 'name') ?? '', domain: wordsIn(values, 'domain') ?? '' },
        ...{ idCode: wordsIn(values, 'idCode') ?? '', nameEn: wordsIn(values, 'nameEn'), nameUg: wordsIn(values, 'nameUg') },
        ...{ description: wordsIn(values, 'description'), foot: wordsIn(values, 'foot') },
      }),
    { changes: [portalKey], said: ({ name }) => `已保存「${name}」的设置。` },
  );
  if (!may('portal.site.write'))
    return (
      <Card title="设置">
        <Facts
          items={[
            ...(
              [
                ['名称', site.name],
                ['维吾尔文名称', site.nameUg],
                ['英文名称', site.nameEn],
                ['域名', site.domain],
                ['网站标识码', site.idCode],
                ['简介', site.description],
                ['页脚', site.foot],
              ] as const
            ).map(([name, value]) => [name, value ?? '未填'] as const),
            ['代码', site.code],
          ]}
        />
      </Card>
    );
  return (
    <Card title="设置">
      <SchemaForm
        key={site.version}
        label="站点设置"
        fields={fields}
        initial={{ ...site }}
        submit="保存"
        busy={save.busy}
        refusal={save.refusal}
        onSubmit={save.run}
      />
    </Card>
  );
}
