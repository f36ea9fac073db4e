import { Card, SchemaForm } from '@karez/web-ui';
import { useQueryClient } from '@tanstack/react-query';
import { api, meKey } from '../app/api.js';
import { drafts } from '../app/drafts.js';
import { useMe } from '../app/person-self.js';
import { useAct } from '../app/use-act.js';

const draftKey = 'me.contact';

/** Name, account and posts belong to the administrator; how to reach a person belongs to the person. */
export function ContactCard() {
  const me = useMe();
  const queries = useQueryClient();
  const update = useAct(
    ({ mobile, email }: { mobile?: string; email?: string }) => api.identity.updateMe({ mobile: mobile ?? '', email: email ?? '' }),
    {
      said: () => '联系方式已保存。',
      onDone: (view) => {
        drafts.drop(draftKey);
        queries.setQueryData(meKey, view);
      },
    },
  );
  return (
    <Card title="联系方式" note="姓名和岗位由管理员维护">
      <SchemaForm
        label="联系方式"
        fields={[
          { kind: 'text', name: 'mobile', label: '手机', autoComplete: 'tel', pattern: [/^(1\d{10})?$/, '11 位手机号'] },
          {
            kind: 'text',
            name: 'email',
            label: '邮箱',
            autoComplete: 'email',
            max: 120,
            pattern: [/^([^@\s]+@[^@\s]+)?$/, '邮箱格式不对'],
          },
        ]}
        initial={{ mobile: me.mobile ?? '', email: me.email ?? '' }}
        submit="保存"
        busy={update.busy}
        refusal={update.refusal}
        draft={{ key: draftKey, store: drafts }}
        onSubmit={update.run}
      />
    </Card>
  );
}
