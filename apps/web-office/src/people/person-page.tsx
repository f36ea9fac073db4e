import { ProblemError } from '@karez/web-client';
import { Card, Facts, LoadingRows, PageHeader, StateDot } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { ProblemPage } from '../app/instead.js';
import { usePageTitle } from '../app/page-title.js';
import { shortTime } from '../app/time.js';
import { personLook } from '../words/person-look.js';
import { EditPersonCard } from './edit-person-card.js';
import { PersonActs } from './person-acts.js';
import { personQuery } from './people-queries.js';
import { PersonGrantsCard } from './person-grants-card.js';
import { PersonPostsCard } from './person-posts-card.js';

/** One person: posts, grants, account, and what the caller may do with them. */
export function PersonPage() {
  const { personId = '' } = useParams();
  const person = useQuery(personQuery(personId));
  const [editing, setEditing] = useState(false);
  usePageTitle(person.data?.name ?? '人员');
  if (person.isPending) return <LoadingRows label="人员" rows={5} />;
  if (!person.data)
    return (
      <ProblemPage
        title="人员"
        label="这个人"
        problem={person.error instanceof ProblemError ? person.error : null}
        again={() => void person.refetch()}
      />
    );
  const { data } = person;
  return (
    <div className="office-detail">
      <div className="office-detail-scroll">
        <PageHeader title={data.name} crumb={<Link to="/people">人员</Link>} meta={<StateDot look={personLook[data.state]} />} />
        <div className="kz-page">
          <div className="office-columns">
            <div className="office-stack">
              <PersonPostsCard person={data} />
              <PersonGrantsCard person={data} />
            </div>
            <aside className="office-aside">
              {editing ? (
                <EditPersonCard person={data} onClose={() => setEditing(false)} />
              ) : (
                <Card
                  title="基本情况"
                  aside={
                    data.acts.includes('edit') && (
                      <button type="button" className="kz-textact" onClick={() => setEditing(true)}>
                        修改
                      </button>
                    )
                  }
                >
                  <Facts
                    items={[
                      ['账号', data.account],
                      ['手机', data.mobile ?? '未填'],
                      ['邮箱', data.email ?? '未填'],
                      ['最近登录', data.lastSignedInAt ? shortTime(data.lastSignedInAt) : '从未登录'],
                      ['二次验证', data.factorEnrolled ? '已绑定身份验证器' : '未绑定'],
                    ]}
                  />
                </Card>
              )}
            </aside>
          </div>
        </div>
      </div>
      <PersonActs person={data} />
    </div>
  );
}
