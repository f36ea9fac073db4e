import { Card, Notice, SchemaForm } from '@karez/web-ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, meKey } from '../app/api.js';
import { useMe } from '../app/person-self.js';
import { shortTime } from '../app/time.js';
import { useAct } from '../app/use-act.js';
import { sessionsKey } from './session-queries.js';

export function PasswordCard() {
  const me = useMe();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const first = me.passwordMustChange;
  const [round, setRound] = useState(0);
  const [unequal, setUnequal] = useState(false);
  const change = useAct(({ current, next }: { current: string; next: string }) => api.identity.changePassword({ current, next }), {
    changes: [meKey, sessionsKey],
    said: () => '密码已修改，其他地方的登录已结束。',
    onDone: () => {
      setRound(round + 1); // an empty form: nothing secret stays in the page
      if (!first) return;
      // before the account is asked again, or the workspace would lead straight back here
      queries.setQueryData(meKey, { ...me, passwordMustChange: false });
      void navigate('/');
    },
  });
  return (
    <>
      {first && (
        <Notice tone="amber" title="请先设置自己的密码。">
          现在的密码是管理员设置的，只能用来修改密码。
        </Notice>
      )}
      <Card title="密码" note={first ? undefined : `${shortTime(me.passwordChangedAt)} 修改过`}>
        <SchemaForm
          key={round}
          label="修改密码"
          fields={[
            { kind: 'password', name: 'current', label: first ? '管理员给的密码' : '原密码', required: true },
            { kind: 'new-password', name: 'next', label: '新密码', required: true, help: '至少 10 位，大写、小写、数字、符号中的三种' },
            { kind: 'new-password', name: 'again', label: '新密码再输一次', required: true },
          ]}
          submit="修改密码"
          busy={change.busy}
          refusal={
            unequal
              ? { detail: '两次输入的新密码不一样。', errors: [{ field: 'again', detail: '两次输入的新密码不一样' }] }
              : change.refusal && besideField(change.refusal)
          }
          onSubmit={(values) => {
            const { current, next, again } = values as { current: string; next: string; again: string };
            setUnequal(next !== again);
            if (next === again) change.run({ current, next });
          }}
        />
      </Card>
    </>
  );
}

/** Which of the two passwords was refused is clear from the code: say it beside that one. */
function besideField(refusal: {
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly { field: string; detail: string }[];
}) {
  if (refusal.errors.length > 0 || !refusal.code.startsWith('identity.password.')) return refusal;
  return {
    ...refusal,
    detail: refusal.detail,
    errors: [{ field: refusal.code === 'identity.password.wrong' ? 'current' : 'next', detail: refusal.detail }],
  };
}
