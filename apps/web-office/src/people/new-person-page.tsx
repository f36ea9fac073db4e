import type { CreatePerson, PersonCreated } from '@karez/contracts-identity';
import { Card, PageHeader, SchemaForm } from '@karez/web-ui';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { api } from '../app/api.js';
import { drafts } from '../app/drafts.js';
import { usePageTitle } from '../app/page-title.js';
import { useMe } from '../app/person-self.js';
import { useAct } from '../app/use-act.js';
import { OrgPicker } from '../orgs/org-picker.js';
import { FirstPassword } from './first-password.js';
import { peopleKey } from './people-queries.js';

const draftKey = 'person.new';

export function NewPersonPage() {
  usePageTitle('登记人员');
  const navigate = useNavigate();
  const { post } = useMe();
  const [search] = useSearchParams();
  const [created, setCreated] = useState<PersonCreated>();
  const create = useAct((values: Record<string, unknown>) => api.identity.createPerson(values as unknown as CreatePerson), {
    changes: [peopleKey],
    said: ({ person }) => `已登记 ${person.name}，账号 ${person.account}。`,
    onDone: (answer) => {
      drafts.drop(draftKey);
      setCreated(answer);
    },
  });
  return (
    <>
      <PageHeader title="登记人员" crumb={<Link to="/people">人员</Link>} />
      <div className="kz-page">
        {created ? (
          <FirstPassword
            account={created.person.account}
            password={created.firstPassword}
            onSeen={() => void navigate(`/people/${created.person.id}`)}
          />
        ) : (
          <Card>
            <SchemaForm
              label="登记人员"
              wide
              fields={[
                { kind: 'text', name: 'name', label: '姓名', required: true, max: 40, pattern: [/^.{2,}$/u, '姓名至少 2 个字'] },
                {
                  kind: 'text',
                  name: 'account',
                  label: '账号',
                  required: true,
                  help: '登录用，登记后不改',
                  pattern: [/^[a-z][a-z0-9._-]{2,31}$/, '3 到 32 位，小写字母开头，可用数字和 . _ -'],
                },
                { kind: 'own', name: 'orgId', label: '单位', required: true, control: <OrgPicker /> },
                { kind: 'text', name: 'title', label: '岗位', required: true, max: 40, placeholder: '文书岗、科长' },
                { kind: 'text', name: 'mobile', label: '手机', pattern: [/^1\d{10}$/, '11 位手机号'] },
                { kind: 'text', name: 'email', label: '邮箱', max: 120, pattern: [/^[^@\s]+@[^@\s]+$/, '邮箱格式不对'] },
              ]}
              initial={{ orgId: search.get('org') ?? post?.orgId }}
              submit="登记"
              busy={create.busy}
              refusal={create.refusal}
              draft={{ key: draftKey, store: drafts }}
              onSubmit={(values) => create.run(Object.fromEntries(Object.entries(values).filter(([, value]) => value)))}
              onCancel={() => void navigate('/people')}
            />
          </Card>
        )}
      </div>
    </>
  );
}
