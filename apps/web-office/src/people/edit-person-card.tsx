import type { PersonView } from '@karez/contracts-identity';
import { Card, SchemaForm } from '@karez/web-ui';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../app/api.js';
import { drafts } from '../app/drafts.js';
import { useAct } from '../app/use-act.js';
import { peopleKey, personQuery } from './people-queries.js';

export function EditPersonCard({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const queries = useQueryClient();
  const draftKey = `person.${person.id}.${person.version}`;
  const update = useAct(
    (values: Record<string, string>) =>
      api.identity.updatePerson({
        personId: person.id,
        version: person.version,
        name: values['name'],
        mobile: values['mobile'] ?? '',
        email: values['email'] ?? '',
      }),
    {
      changes: [peopleKey],
      said: ({ name }) => `已修改 ${name} 的基本情况。`,
      onDone: (view) => {
        drafts.drop(draftKey);
        queries.setQueryData(personQuery(view.id).queryKey, view);
        onClose();
      },
    },
  );
  const changed = update.refusal?.code === 'state.version_changed';
  return (
    <Card title="修改基本情况">
      <SchemaForm
        label="修改基本情况"
        fields={[
          { kind: 'text', name: 'name', label: '姓名', required: true, max: 40 },
          { kind: 'text', name: 'mobile', label: '手机', pattern: [/^(1\d{10})?$/, '11 位手机号'] },
          { kind: 'text', name: 'email', label: '邮箱', max: 120 },
        ]}
        initial={{ name: person.name, mobile: person.mobile ?? '', email: person.email ?? '' }}
        submit="保存"
        busy={update.busy}
        refusal={update.refusal}
        refusalMore={
          changed && (
            <button type="button" className="kz-textact" onClick={() => void queries.invalidateQueries({ queryKey: peopleKey })}>
              取最新的内容
            </button>
          )
        }
        draft={{ key: draftKey, store: drafts }}
        onSubmit={(values) => update.run(values as Record<string, string>)}
        onCancel={() => {
          drafts.drop(draftKey);
          onClose();
        }}
      />
    </Card>
  );
}
