import type { PersonView } from '@karez/contracts-identity';
import { ActionBar, type Act } from '@karez/web-ui';
import { lazy, Suspense, useState } from 'react';
import { api } from '../app/api.js';
import { useMe } from '../app/person-self.js';
import { ProblemNote } from '../app/problem-note.js';
import { useAct } from '../app/use-act.js';
import { peopleKey } from './people-queries.js';

const PersonDialog = lazy(() => import('./person-dialog.js').then((m) => ({ default: m.PersonDialog })));

/** Acts on the account. They come from the server's word about this person; nobody disables themselves. */
export function PersonActs({ person }: { person: PersonView }) {
  const me = useMe();
  const [asking, setAsking] = useState<'disable' | 'reset'>();
  const enable = useAct(api.identity.enablePerson, { changes: [peopleKey], said: ({ name }) => `已启用 ${name} 的账号，可以登录了。` });
  const may = (act: string) => person.acts.includes(act);
  const self = person.id === me.id ? '自己的账号由另一位管理员办理' : undefined;
  const acts: Act[] = [
    ...(may('reset_password') || self
      ? [{ key: 'reset', label: '重置密码', asks: true, onAct: () => setAsking('reset'), refusedBecause: self }]
      : []),
    ...(may('disable') ? [{ key: 'disable', label: '停用账号', asks: true, onAct: () => setAsking('disable'), refusedBecause: self }] : []),
    ...(may('enable') ? [{ key: 'enable', label: '启用账号', onAct: () => enable.run({ personId: person.id }), busy: enable.busy }] : []),
  ];
  const shown = self ? acts.slice(0, 1) : acts;
  return (
    <>
      {enable.refusal && (
        <div className="office-bar-note">
          <ProblemNote problem={enable.refusal} onDismiss={enable.dismiss} />
        </div>
      )}
      {shown.length > 0 && <ActionBar others={shown} />}
      <Suspense>{asking && <PersonDialog person={person} act={asking} onClose={() => setAsking(undefined)} />}</Suspense>
    </>
  );
}
