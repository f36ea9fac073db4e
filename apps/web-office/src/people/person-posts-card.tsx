import type { PersonView, PostView } from '@karez/contracts-identity';
import { Card, DataTable, SchemaForm, type Column } from '@karez/web-ui';
import { Modal } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../app/api.js';
import { AskButton } from '../app/ask-button.js';
import { ProblemNote } from '../app/problem-note.js';
import { useMay } from '../app/person-self.js';
import { shortDate } from '../app/time.js';
import { useAct } from '../app/use-act.js';
import { OrgPicker } from '../orgs/org-picker.js';
import { orgsKey } from '../orgs/org-queries.js';
import { peopleKey } from './people-queries.js';

const changes = [peopleKey, orgsKey];

export function PersonPostsCard({ person }: { person: PersonView }) {
  const may = useMay();
  const edits = person.acts.includes('edit');
  const [assigning, setAssigning] = useState(false);
  const end = useAct(api.identity.endPost, {
    changes,
    said: (_, { postId }) => `已免去 ${person.name} 的岗位：${postWords(person.posts.find(({ id }) => id === postId))}。`,
  });
  const [tried, setTried] = useState<string>();
  const columns: Column<PostView>[] = [
    { key: 'title', title: '岗位', cell: ({ title, primary }) => (primary ? `${title}（主岗）` : title), phone: 'title' },
    {
      key: 'org',
      title: '单位',
      cell: ({ orgId, orgName }) => (may('identity.org.read') ? <Link to={`/orgs/${orgId}`}>{orgName}</Link> : orgName),
    },
    {
      key: 'from',
      title: '任职',
      cell: ({ validFrom, validTo }) => (validTo ? `${shortDate(validFrom)} 至 ${shortDate(validTo)}` : `${shortDate(validFrom)} 起`),
    },
    ...(edits
      ? [
          {
            key: 'act',
            title: '办理',
            acts: true,
            width: '96px',
            cell: (post: PostView) =>
              !post.validTo && (
                <AskButton
                  small
                  label="免去"
                  of={postWords(post)}
                  question="免去后，这个岗位上的角色一并失效。"
                  busy={end.busy && tried === post.id}
                  onYes={() => {
                    setTried(post.id);
                    end.run({ personId: person.id, postId: post.id });
                  }}
                />
              ),
          },
        ]
      : []),
  ];
  return (
    <Card
      title="岗位"
      aside={
        edits && (
          <button type="button" className="kz-textact" onClick={() => setAssigning(true)}>
            安排岗位…
          </button>
        )
      }
      flush
    >
      <DataTable<PostView>
        label="岗位"
        columns={columns}
        rows={person.posts}
        rowKey={({ id }) => id}
        state="ready"
        instead={<p className="kz-caption office-line">没有岗位：登录后什么也不能办理。</p>}
        below={(post) => end.refusal && tried === post.id && <ProblemNote problem={end.refusal} onDismiss={end.dismiss} />}
      />
      {assigning && <AssignPost person={person} onClose={() => setAssigning(false)} />}
    </Card>
  );
}

const postWords = (post: PostView | undefined): string => (post ? `${post.orgName} ${post.title}` : '');

function AssignPost({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const assign = useAct(
    ({ orgId, title, primary }: { orgId: string; title: string; primary?: string }) =>
      api.identity.assignPost({ personId: person.id, orgId, title, primary: primary === 'yes' }),
    { changes, said: (_, { title }) => `已安排 ${person.name} 任${title}。`, onDone: onClose },
  );
  return (
    <Modal open title={`安排 ${person.name} 的岗位`} footer={null} onCancel={onClose} destroyOnHidden>
      <SchemaForm
        label="安排岗位"
        fields={[
          { kind: 'own', name: 'orgId', label: '单位', required: true, control: <OrgPicker /> },
          { kind: 'text', name: 'title', label: '岗位', required: true, max: 40, placeholder: '文书岗、科长' },
          {
            kind: 'choice',
            name: 'primary',
            label: '性质',
            required: true,
            options: [
              { value: 'no', label: '兼职' },
              { value: 'yes', label: '主岗' },
            ],
          },
        ]}
        initial={{ primary: 'no' }}
        submit="安排"
        busy={assign.busy}
        refusal={assign.refusal}
        onSubmit={(values) => assign.run(values as { orgId: string; title: string; primary?: string })}
        onCancel={onClose}
      />
    </Modal>
  );
}
