import type { ProblemError } from '@karez/web-client';
import { SchemaForm, type FieldSpec } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { drafts } from '../app/drafts.js';
import { PermissionChoice } from './permission-choice.js';
import { permissionsQuery } from './role-queries.js';

export interface RoleValues {
  code: string;
  name: string;
  description?: string;
  permissions: string[];
}

interface RoleFormProps {
  label: string;
  /** The code names a role for ever: only a new one is given one. */
  withCode?: boolean;
  initial: Partial<RoleValues>;
  submit: string;
  busy: boolean;
  refusal: ProblemError | null;
  draftKey: string;
  onSubmit: (values: RoleValues) => void;
  onCancel: () => void;
}

export function RoleForm({ label, withCode, initial, submit, busy, refusal, draftKey, onSubmit, onCancel }: RoleFormProps) {
  const catalogue = useQuery(permissionsQuery);
  const fields: FieldSpec[] = [
    { kind: 'text', name: 'name', label: '名称', required: true, max: 40 },
    ...(withCode
      ? [
          {
            kind: 'text' as const,
            name: 'code',
            label: '代码',
            required: true,
            help: '新建后不改',
            pattern: [/^[a-z][a-z0-9_]{2,39}$/, '3 到 40 位，小写字母开头，可用数字和 _'] as const,
          },
        ]
      : []),
    { kind: 'text', name: 'description', label: '说明', max: 200 },
    {
      kind: 'own',
      name: 'permissions',
      label: '权限',
      help: '新增权限对已授予的岗位立即生效',
      control: <PermissionChoice catalogue={catalogue.data?.items ?? []} />,
    },
  ];
  return (
    <SchemaForm
      label={label}
      fields={fields}
      initial={{ permissions: [], ...initial }}
      submit={submit}
      busy={busy}
      refusal={refusal}
      draft={{ key: draftKey, store: drafts }}
      onSubmit={(values) => onSubmit(values as unknown as RoleValues)}
      onCancel={onCancel}
    />
  );
}
