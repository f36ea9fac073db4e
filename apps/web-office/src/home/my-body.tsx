import { ProblemError } from '@karez/web-client';
import { Card, Facts } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useMay, useMe } from '../app/person-self.js';
import { orgQuery } from '../orgs/org-queries.js';
import { orgKindWord } from '../words/org-words.js';

/** The body in which the person acts now. */
export function MyBody() {
  const { post } = useMe();
  const may = useMay();
  const sees = may('identity.org.read');
  const org = useQuery({ ...orgQuery(post?.orgId ?? ''), enabled: Boolean(post) && sees });
  if (!post) return null;
  const { data } = org;
  const above = data?.path.slice(0, -1).map(({ name }) => name) ?? [];
  return (
    <Card title="我的单位" aside={sees && <Link to={`/orgs/${post.orgId}`}>打开</Link>}>
      <p className="office-strong">{post.orgName}</p>
      {data && (
        <Facts
          items={[
            ['类别', orgKindWord[data.kind]],
            ...(above.length > 0 ? [['上级', above.at(-1)] as const] : []),
            ...(data.divisionCode ? [['区划代码', data.divisionCode] as const] : []),
            ['在岗', `${data.people} 人`],
            ['下级', data.children > 0 ? `${data.children} 个机构` : '没有'],
          ]}
        />
      )}
      {org.error instanceof ProblemError && <p className="kz-caption">单位详情暂时取不到：{org.error.detail}</p>}
    </Card>
  );
}
