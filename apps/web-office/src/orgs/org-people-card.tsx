import type { OrgView } from '@karez/contracts-identity';
import { Card } from '@karez/web-ui';
import { Link } from 'react-router';
import { useMay } from '../app/person-self.js';
import { PeopleTable } from '../people/people-table.js';
import { usePeople } from '../people/people-queries.js';

/** Who has a post in this body itself. */
export function OrgPeopleCard({ org }: { org: OrgView }) {
  const may = useMay();
  const list = usePeople({ orgId: org.id, limit: 10 });
  return (
    <Card
      title="在岗人员"
      note={`${org.people} 人`}
      aside={
        <>
          {may('identity.person.write') && !org.abolishedOn && <Link to={`/people/new?org=${org.id}`}>登记人员</Link>}
          <Link className="office-apart" to={`/people?org=${org.id}&below=1`}>
            含下级
          </Link>
        </>
      }
      flush
    >
      <PeopleTable list={list} columns={['name', 'title', 'state']} empty={{ title: '这个机构还没有登记人员' }} />
    </Card>
  );
}
