import { Card, palette, StateDot } from '@karez/web-ui';
import { Link } from 'react-router';
import { useMe } from '../app/person-self.js';
import { scopeText } from '../words/scope-words.js';

/** Posts, the one in force first, and what its roles allow, in words. */
export function MyPosts() {
  const { posts, post, grants } = useMe();
  return (
    <Card
      title="我的岗位"
      note={posts.length > 1 ? `${posts.length} 个，在右上角切换` : undefined}
      aside={<Link to="/account/posts">详情</Link>}
    >
      <ul className="office-lines">
        {posts.map((each) => (
          <li key={each.id}>
            <span>
              {each.title}
              <span className="kz-caption"> {each.orgName}</span>
            </span>
            {each.id === post?.id && <StateDot look={{ label: '当前', glyph: 'full', color: palette.water }} />}
          </li>
        ))}
        {grants.map((grant) => (
          <li key={grant.roleName + grant.scope} className="office-quiet">
            <span>{grant.roleName}</span>
            <span className="kz-caption">{scopeText(grant.scope)}</span>
          </li>
        ))}
      </ul>
      {grants.length === 0 && <p className="kz-caption">当前岗位还没有角色，只能办理自己账号的事。</p>}
    </Card>
  );
}
