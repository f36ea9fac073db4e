import type { AttendeeView, MeetingView } from '@karez/contracts-oa';
import { Card } from '@karez/web-ui';
import { Button } from 'antd';
import { shortTime } from '../../app/time.js';
import { useAct } from '../../app/use-act.js';
import { oa, oaKey } from '../oa-client.js';
import { receiptWord, roleWord } from './meeting-words.js';

/** 参会人员: who comes, who asked for leave, who has come. */
export function GuestsCard({ view }: { view: MeetingView }) {
  const decide = useAct((request: { personId: string; grant: boolean }) => oa.decideLeave({ meetingId: view.id, ...request }), {
    changes: [oaKey],
    said: (_answer, { grant }) => (grant ? '已准假。' : '未准假，已告知本人。'),
  });
  const mayDecide = view.acts.includes('decide_leave');
  return (
    <Card
      title="参会人员"
      note={`${view.attendees.filter(({ receipt }) => receipt !== 'none').length} / ${view.attendees.length} 已回执`}
      flush
    >
      <ul className="mt-guests">
        {view.attendees.map((guest) => (
          <li key={guest.personId}>
            <strong>{guest.name}</strong>
            <span className="kz-caption">
              {guest.orgName}，{roleWord[guest.role]}
              {guest.standsInForName && `，替${guest.standsInForName}`}
            </span>
            <span>{receiptOf(guest)}</span>
            {guest.clash && <span className="mt-clash">同时有“{guest.clash}”</span>}
            {guest.receipt === 'leave_asked' && mayDecide && (
              <span className="mt-leave">
                <Button size="small" loading={decide.busy} onClick={() => decide.run({ personId: guest.personId, grant: true })}>
                  准假
                </Button>
                <Button size="small" loading={decide.busy} onClick={() => decide.run({ personId: guest.personId, grant: false })}>
                  不准
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {decide.refusal && <p className="kz-caption">{decide.refusal.detail}</p>}
    </Card>
  );
}
const receiptOf = ({ receipt, reason, substituteName, checkedInAt }: AttendeeView): string =>
  checkedInAt
    ? `${shortTime(checkedInAt)} 签到`
    : `${receiptWord[receipt]}${substituteName ? `：${substituteName}` : ''}${reason ? `（${reason}）` : ''}`;
