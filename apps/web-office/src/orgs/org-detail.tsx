import type { OrgView } from '@karez/contracts-identity';
import { ProblemError } from '@karez/web-client';
import { Card, Facts, LoadingRows, MenuButton, Notice, PageHeader, ThreeDots } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Fragment, lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { ProblemState } from '../app/instead.js';
import { useMay } from '../app/person-self.js';
import { shortDate } from '../app/time.js';
import { orgKindWord, relationWord } from '../words/org-words.js';
import type { OrgAct } from './org-dialog.js';
import { OrgHistoryCard } from './org-history-card.js';
import { OrgPeopleCard } from './org-people-card.js';
import { OrgsBelowCard } from './orgs-below-card.js';
import { orgQuery, topOrgsQuery } from './org-queries.js';

const OrgDialog = lazy(() => import('./org-dialog.js').then((m) => ({ default: m.OrgDialog })));

/** One body: what it is, who works there, what is below it, how it came to be. */
export function OrgDetail({ orgId }: { orgId: string }) {
  const org = useQuery(orgQuery(orgId));
  const may = useMay();
  const [act, setAct] = useState<OrgAct>();
  const sees = useSees(org.data);
  if (org.isPending) return <LoadingRows label="机构" rows={5} />;
  if (!org.data)
    return (
      <ProblemState label="这个机构" problem={org.error instanceof ProblemError ? org.error : null} again={() => void org.refetch()} />
    );
  const { data } = org;
  return (
    <>
      <PageHeader
        level={2}
        title={data.name}
        crumb={data.path.length > 1 && <Path org={data} sees={sees} />}
        meta={orgKindWord[data.kind] + (data.divisionCode ? `，${data.divisionCode}` : '')}
        acts={data.acts.includes('write') && !data.abolishedOn && <OrgActs onAct={setAct} />}
      />
      <div className="kz-page">
        {data.abolishedOn && (
          <Notice tone="sand" glyph="barred" title={`已于 ${shortDate(data.abolishedOn)} 撤销。`}>
            过去的文件和记录仍以这个名称显示。
          </Notice>
        )}
        <div className="office-columns">
          <div className="office-stack">
            {may('identity.person.read') && <OrgPeopleCard org={data} />}
            <OrgsBelowCard org={data} />
          </div>
          <aside className="office-aside">
            <Card title="基本情况">
              <Facts
                items={[
                  ['简称', data.shortName ?? '未填'],
                  ['英文名称', data.nameEn ?? '未填'],
                  ['统一代码', data.creditCode ?? '未填'],
                  ['生效', shortDate(data.validFrom)],
                  ...data.relations.map(
                    ({ kind, orgName, orgId: above }) =>
                      [relationWord[kind], <Named key={above} id={above} name={orgName} sees={sees} />] as const,
                  ),
                ]}
              />
            </Card>
            <OrgHistoryCard orgId={orgId} />
          </aside>
        </div>
      </div>
      <Suspense>{act && <OrgDialog org={data} act={act} onClose={() => setAct(undefined)} />}</Suspense>
    </>
  );
}

/** Bodies above. Those outside the caller's view are named, because a body is not understood without them, but lead nowhere. */
const Path = ({ org, sees }: { org: OrgView; sees: (orgId: string) => boolean }) =>
  org.path.slice(0, -1).map(({ id, name }) => (
    <Fragment key={id}>
      <Named id={id} name={name} sees={sees} />
      {' / '}
    </Fragment>
  ));

const Named = ({ id, name, sees }: { id: string; name: string; sees: (orgId: string) => boolean }) =>
  sees(id) ? <Link to={`/orgs/${id}`}>{name}</Link> : <>{name}</>;

/** What of a body's surroundings the caller may open: everything with the very top in view, else the path from where the view begins. */
function useSees(org: OrgView | undefined): (orgId: string) => boolean {
  const tops = useQuery(topOrgsQuery).data?.items.map(({ id }) => id) ?? [];
  const begins = org?.path.findIndex(({ id }) => tops.includes(id)) ?? -1;
  return (orgId) => begins === 0 || (begins > 0 && org!.path.findIndex(({ id }) => id === orgId) >= begins);
}

const OrgActs = ({ onAct }: { onAct: (act: OrgAct) => void }) => (
  <>
    <Button onClick={() => onAct('create')}>设立下级机构…</Button>
    <Button onClick={() => onAct('rename')}>更名…</Button>
    <MenuButton
      label="划转、合并、撤销"
      className="office-more"
      choices={[
        { key: 'move', label: '划转…', note: '换一个上级', onChoose: () => onAct('move') },
        { key: 'merge', label: '合并…', note: '并入另一个机构', onChoose: () => onAct('merge') },
        { key: 'abolish', label: '撤销…', note: '先调出人员和下级机构', onChoose: () => onAct('abolish') },
      ]}
    >
      <ThreeDots />
    </MenuButton>
  </>
);
