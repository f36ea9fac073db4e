import { Card, PageHeader } from '@karez/web-ui';
import { Link, useNavigate } from 'react-router';
import { api } from '../app/api.js';
import { drafts } from '../app/drafts.js';
import { usePageTitle } from '../app/page-title.js';
import { useAct } from '../app/use-act.js';
import { RoleForm, type RoleValues } from './role-form.js';
import { rolesKey } from './role-queries.js';

const draftKey = 'role.new';

export function NewRolePage() {
  usePageTitle('新建角色');
  const navigate = useNavigate();
  const create = useAct((values: RoleValues) => api.identity.createRole({ ...values, description: values.description || undefined }), {
    changes: [rolesKey],
    said: ({ name, permissionCount }) => `已新建角色「${name}」，含 ${permissionCount} 项权限。`,
    onDone: ({ id }) => {
      drafts.drop(draftKey);
      void navigate(`/roles/${id}`);
    },
  });
  return (
    <>
      <PageHeader title="新建角色" crumb={<Link to="/roles">角色与授权</Link>} />
      <div className="kz-page">
        <Card>
          <RoleForm
            label="新建角色"
            withCode
            initial={{}}
            submit="新建"
            busy={create.busy}
            refusal={create.refusal}
            draftKey={draftKey}
            onSubmit={create.run}
            onCancel={() => void navigate('/roles')}
          />
        </Card>
      </div>
    </>
  );
}
