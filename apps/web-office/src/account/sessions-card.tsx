import { ProblemError } from '@karez/web-client';
import type { SessionRow } from '@karez/contracts-identity';
import { Card, DataTable, EmptyState, palette, StateDot, type Column } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../app/api.js';
import { ProblemState } from '../app/instead.js';
import { ProblemNote } from '../app/problem-note.js';
import { shortTime } from '../app/time.js';
import { useAct } from '../app/use-act.js';
import { deviceWords } from '../words/device-words.js';
import { sessionsKey, sessionsQuery } from './session-queries.js';

/** Every place where this account is signed in now; a strange one is ended here, and the password changed. */
export function SessionsCard() {
  const sessions = useQuery(sessionsQuery);
  const [tried, setTried] = useState<string>();
  const end = useAct(api.identity.endSession, {
    changes: [sessionsKey],
    said: () => '那一处登录将在 5 秒内结束。不是您本人的，请立即修改密码。',
  });
  const columns: readonly Column<SessionRow>[] = [
    { key: 'device', title: '设备', cell: ({ device }) => deviceWords(device), phone: 'title' },
    { key: 'address', title: '地址', cell: ({ address }) => address ?? '—' },
    { key: 'started', title: '登录', cell: ({ startedAt }) => shortTime(startedAt), width: '128px' },
    { key: 'seen', title: '最近使用', cell: ({ lastSeenAt }) => shortTime(lastSeenAt), width: '128px' },
    {
      key: 'act',
      title: '办理',
      acts: true,
      width: '104px',
      cell: ({ id, current, device }) =>
        current ? (
          <StateDot look={{ label: '本次登录', glyph: 'full', color: palette.green }} />
        ) : (
          <Button
            size="small"
            aria-label={`结束：${deviceWords(device)}`}
            loading={end.busy && tried === id}
            onClick={() => {
              setTried(id);
              end.run({ sessionId: id });
            }}
          >
            结束
          </Button>
        ),
    },
  ];
  return (
    <Card title="登录" note="账号现在在这些地方登录着" flush>
      <DataTable<SessionRow>
        label="登录"
        columns={columns}
        rows={sessions.data?.items ?? []}
        rowKey={({ id }) => id}
        state={sessions.isPending ? 'loading' : sessions.isError && !sessions.data ? 'failed' : 'ready'}
        instead={
          sessions.isError ? (
            <ProblemState
              label="登录"
              problem={sessions.error instanceof ProblemError ? sessions.error : null}
              again={() => void sessions.refetch()}
            />
          ) : (
            <EmptyState dry title="没有登录记录" />
          )
        }
        below={({ id }) => end.refusal && tried === id && <ProblemNote problem={end.refusal} onDismiss={end.dismiss} />}
      />
    </Card>
  );
}
