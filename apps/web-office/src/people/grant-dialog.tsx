import type { GrantRole, PersonView } from '@karez/contracts-identity';
import { dataScopes, type DataScope } from '@karez/contracts-kernel';
import { SchemaForm, type FieldSpec } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Modal, Select } from 'antd';
import { useState } from 'react';
import { api } from '../app/api.js';
import { useAct } from '../app/use-act.js';
import { OrgsPicker } from '../orgs/org-picker.js';
import { roleOptionsQuery } from '../roles/role-queries.js';
import { scopeHelp, scopeWord } from '../words/scope-words.js';
import { peopleKey } from './people-queries.js';

const listed: readonly (string | undefined)[] = ['listed', 'basin'] satisfies DataScope[];

/** A role is granted to one post of a person, with the reach it has there. */
export function GrantDialog({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const roles = useQuery(roleOptionsQuery);
  const [scope, setScope] = useState<DataScope>('unit');
  const grant = useAct(
    (values: Record<string, unknown>) =>
      api.identity.grantRole({ ...(values as Pick<GrantRole, 'postId' | 'roleId' | 'orgIds'>), scope, personId: person.id }),
    {
      changes: [peopleKey, ['roles']],
      said: (_, { roleId }) =>
        `已授予 ${person.name} 角色「${roles.data?.items.find(({ id }) => id === roleId)?.name ?? ''}」，范围：${scopeWord[scope]}。`,
      onDone: onClose,
    },
  );
  const open = person.posts.filter(({ validTo }) => !validTo);
  const fields: FieldSpec[] = [
    {
      kind: 'select',
      name: 'postId',
      label: '岗位',
      required: true,
      options: open.map(({ id, orgName, title }) => ({ value: id, label: `${orgName} ${title}` })),
    },
    {
      kind: 'select',
      name: 'roleId',
      label: '角色',
      required: true,
      options: (roles.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      kind: 'own',
      name: 'scope',
      label: '范围',
      required: true,
      help: scopeHelp[scope],
      control: <Select options={dataScopes.map((value) => ({ value, label: scopeWord[value] }))} onChange={setScope} />,
    },
    ...(listed.includes(scope)
      ? [{ kind: 'own' as const, name: 'orgIds', label: scope === 'basin' ? '流域机构' : '单位', required: true, control: <OrgsPicker /> }]
      : []),
  ];
  return (
    <Modal open title={`授予 ${person.name} 角色`} footer={null} onCancel={onClose} destroyOnHidden>
      <SchemaForm
        label="授予角色"
        fields={fields}
        initial={{ postId: open.length === 1 ? open[0]!.id : undefined, scope }}
        submit="授予"
        busy={grant.busy}
        refusal={grant.refusal}
        onSubmit={grant.run}
        onCancel={onClose}
      />
    </Modal>
  );
}
