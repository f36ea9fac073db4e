import type { RoleView } from '@karez/contracts-identity';
import { Card } from '@karez/web-ui';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../app/api.js';
import { drafts } from '../app/drafts.js';
import { useAct } from '../app/use-act.js';
import { RoleForm } from './role-form.js';
import { roleQuery, rolesKey } from './role-queries.js';

export function EditRoleCard({ role, onClose }: { role: RoleView; onClose: () => void }) {
  const queries = useQueryClient();
  const draftKey = `role.${role.id}.${role.version}`;
  const leave = () => {
    drafts.drop(draftKey);
    onClose();
  };
  const update = useAct(
    ({ name, description, permissions }: { name: string; description?: string; permissions: string[] }) =>
      api.identity.updateRole({ roleId: role.id, version: role.version, name, description: description || undefined, permissions }),
    {
      changes: [rolesKey],
      said: ({ name, permissionCount }) => `已修改角色「${name}」，现有 ${permissionCount} 项权限，对已授予的岗位立即生效。`,
      onDone: (view) => {
        queries.setQueryData(roleQuery(view.id).queryKey, view);
        leave();
      },
    },
  );
  return (
    <Card title="修改角色">
      <RoleForm
        label="修改角色"
        initial={{ name: role.name, description: role.description, permissions: [...role.permissions] }}
        submit="保存"
        busy={update.busy}
        refusal={update.refusal}
        draftKey={draftKey}
        onSubmit={update.run}
        onCancel={leave}
      />
    </Card>
  );
}
