import { Card, Notice, PageHeader } from '@karez/web-ui';
import { Button } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router';
import { usePageTitle } from '../../app/page-title.js';
import { useAct } from '../../app/use-act.js';
import { oa, oaKey } from '../oa-client.js';

/** 签到: where the picture at the door leads. One touch, and a second one changes nothing. */
export function CheckInPage() {
  usePageTitle('会议签到');
  const { meetingId = '' } = useParams();
  const [search] = useSearchParams();
  const code = search.get('code') ?? '';
  const checkIn = useAct(() => oa.checkIn({ meetingId, code }), { changes: [oaKey], said: ({ title }) => `已签到：${title}。` });
  return (
    <>
      <PageHeader title="会议签到" />
      <div className="kz-page">
        <Card>
          {checkIn.refusal && (
            <Notice tone="plum" title="没有签到：" live="alert">
              {checkIn.refusal.detail}
            </Notice>
          )}
          <p>
            <Button type="primary" size="large" loading={checkIn.busy} onClick={() => checkIn.run(undefined)}>
              签到
            </Button>
          </p>
          <Link to={`/oa/meetings/${meetingId}`}>查看会议</Link>
        </Card>
      </div>
    </>
  );
}
