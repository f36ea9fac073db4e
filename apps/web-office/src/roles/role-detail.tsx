import type { RoleView } from '@karez/contracts-identity';
import { Card, LoadingRows, Meta, PageHeader } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { api } from '../app/api.js';
import { AskButton } from '../app/ask-button.js';
import { useMay } from '../app/person-self.js';
import { ProblemNote } from '../app/problem-note.js';
import { useAct } from '../app/use-act.js';
import { EditRoleCard } from './edit-role-card.js';
import { GrantsCard } from './grants-card.js';
import { PermissionChoice } from './permission-choice.js';
import { permissionsQuery, rolesKey } from './role-queries.js';

/** One role: what it allows, in words, and which posts carry it. */
export function RoleDetail({ role }: { role: RoleView }) {
  const catalogue = useQuery(permissionsQuery);
  const may = useMay();
  const navigate = useNavigate();
  const [editing, setEditing] = useState(false);
  const remove = useAct(api.identity.removeRole, {
    changes: [rolesKey],
    said: () => `已删除角色「${role.name}」。`,
    onDone: () => void navigate('/roles'),
  });
  const kept = reasonToKeep(role);
  return (
    <>
      <PageHeader
        title={role.name}
        crumb={<Link to="/roles">角色与授权</Link>}
        meta={
          <Meta>
            <span className="kz-mono">{role.code}</span>
            {role.builtIn ? '内置' : '本单位设置'}
            {role.description}
          </Meta>
        }
        acts={
          may('identity.role.write') && (
            <>
              {kept && <span className="kz-secondary office-reason">{kept}</span>}
              <AskButton
                label="删除"
                question="删除后不能恢复，角色代码可以再用。"
                disabled={Boolean(kept)}
                busy={remove.busy}
                onYes={() => remove.run({ roleId: role.id })}
              />
              {!editing && <Button onClick={() => setEditing(true)}>修改</Button>}
            </>
          )
        }
      />
      <div className="kz-page">
        <ProblemNote problem={remove.refusal} onDismiss={remove.dismiss} />
        {editing && <EditRoleCard role={role} onClose={() => setEditing(false)} />}
        {!editing && (
          <Card title="权限" note={`${role.permissionCount} 项`}>
            {catalogue.isPending && <LoadingRows label="权限" rows={2} />}
            {!catalogue.isPending && <PermissionChoice readOnly catalogue={catalogue.data?.items ?? []} value={role.permissions} />}
          </Card>
        )}
        <GrantsCard role={role} />
      </div>
    </>
  );
}

function reasonToKeep({ builtIn, grantCount }: RoleView): string | undefined {
  if (builtIn) return '内置角色不能删除';
  return grantCount > 0 ? `还有 ${grantCount} 个岗位在用，收回后才能删除` : undefined;
}
