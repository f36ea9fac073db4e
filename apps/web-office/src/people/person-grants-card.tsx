import type { PersonGrant, PersonView } from '@karez/contracts-identity';
import { Card, DataTable, type Column } from '@karez/web-ui';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { api } from '../app/api.js';
import { AskButton } from '../app/ask-button.js';
import { useMay, useMe } from '../app/person-self.js';
import { ProblemNote } from '../app/problem-note.js';
import { useAct } from '../app/use-act.js';
import { scopeText } from '../words/scope-words.js';
import { peopleKey } from './people-queries.js';

const GrantDialog = lazy(() => import('./grant-dialog.js').then((m) => ({ default: m.GrantDialog })));

/** Which role each post carries, and how far it reaches. Nobody changes their own. */
export function PersonGrantsCard({ person }: { person: PersonView }) {
  const me = useMe();
  const may = useMay();
  const self = person.id === me.id;
  const grants = person.acts.includes('grant') && !self;
  const [granting, setGranting] = useState(false);
  const [tried, setTried] = useState<string>();
  const withdraw = useAct(api.identity.withdrawRole, {
    changes: [peopleKey, ['roles']],
    said: (_, { grantId }) => `已收回 ${person.name} 的角色「${person.grants.find(({ id }) => id === grantId)?.roleName ?? ''}」。`,
  });
  const postOf = (postId: string) => person.posts.find(({ id }) => id === postId);
  const columns: Column<PersonGrant>[] = [
    {
      key: 'role',
      title: '角色',
      cell: ({ roleId, roleName }) => (may('identity.role.read') ? <Link to={`/roles/${roleId}`}>{roleName}</Link> : roleName),
      phone: 'line',
    },
    { key: 'post', title: '岗位', cell: ({ postId }) => (postOf(postId) ? `${postOf(postId)!.orgName} ${postOf(postId)!.title}` : '—') },
    { key: 'scope', title: '范围', cell: ({ scope, orgNames }) => scopeText(scope, orgNames) },
    ...(grants
      ? [
          {
            key: 'act',
            title: '办理',
            acts: true,
            width: '96px',
            cell: ({ id, roleName }: PersonGrant) => (
              <AskButton
                small
                label="收回"
                of={roleName}
                question="收回后，对方正在使用的登录随即失去这些权限。"
                busy={withdraw.busy && tried === id}
                onYes={() => {
                  setTried(id);
                  withdraw.run({ personId: person.id, grantId: id });
                }}
              />
            ),
          },
        ]
      : []),
  ];
  return (
    <Card
      title="角色"
      note={self ? '自己的授权由另一位管理员办理' : undefined}
      aside={
        grants && (
          <button type="button" className="kz-textact" onClick={() => setGranting(true)}>
            授予角色…
          </button>
        )
      }
      flush
    >
      <DataTable<PersonGrant>
        label="角色"
        columns={columns}
        rows={person.grants}
        rowKey={({ id }) => id}
        state="ready"
        instead={<p className="kz-caption office-line">没有角色：岗位上只能办理自己账号的事。</p>}
        below={({ id }) => withdraw.refusal && tried === id && <ProblemNote problem={withdraw.refusal} onDismiss={withdraw.dismiss} />}
      />
      <Suspense>{granting && <GrantDialog person={person} onClose={() => setGranting(false)} />}</Suspense>
    </Card>
  );
}
