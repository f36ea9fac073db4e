import type { MyPost } from '@karez/contracts-identity';
import { Card, DataTable, EmptyState, palette, StateDot, type Column } from '@karez/web-ui';
import { Button } from 'antd';
import { useMe } from '../app/person-self.js';
import { ProblemNote } from '../app/problem-note.js';
import { useSwitchPost } from '../app/session-acts.js';
import { permissionWords } from '../words/permission-words.js';
import { scopeText } from '../words/scope-words.js';

export function PostsCard() {
  const { posts, post, grants } = useMe();
  const switchPost = useSwitchPost();
  const columns: readonly Column<MyPost>[] = [
    { key: 'title', title: '岗位', cell: ({ title, primary }) => (primary ? `${title}（主岗）` : title), phone: 'title' },
    { key: 'org', title: '单位', cell: ({ orgName }) => orgName },
    {
      key: 'now',
      title: '办理',
      acts: true,
      width: '120px',
      cell: ({ id, orgName, title }) =>
        id === post?.id ? (
          <StateDot look={{ label: '当前岗位', glyph: 'full', color: palette.water }} />
        ) : (
          <Button
            size="small"
            loading={switchPost.busy}
            aria-label={`切换到 ${orgName} ${title}`}
            onClick={() => switchPost.run({ postId: id })}
          >
            切换
          </Button>
        ),
    },
  ];
  return (
    <>
      <Card title="我的岗位" flush>
        <ProblemNote problem={switchPost.refusal} onDismiss={switchPost.dismiss} />
        <DataTable<MyPost>
          label="我的岗位"
          columns={columns}
          rows={posts}
          rowKey={({ id }) => id}
          state="ready"
          instead={
            <EmptyState dry title="没有岗位">
              请与本单位管理员联系。
            </EmptyState>
          }
        />
      </Card>
      <Card title="当前岗位的权限" note={post && `${post.orgName} ${post.title}`}>
        {grants.length === 0 && <p className="kz-caption">还没有角色，只能办理自己账号的事。</p>}
        <div className="office-permissions">
          {grants.map(({ roleName, scope, permissions }) => (
            <div key={roleName + scope}>
              <div className="office-permission-head">
                {roleName}
                <span className="kz-caption">范围：{scopeText(scope)}</span>
              </div>
              <ul>
                {permissions.map((permission) => (
                  <li key={permission} title={permission}>
                    {permissionWords[permission]?.zh ?? permission}
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      </Card>
    </>
  );
}
