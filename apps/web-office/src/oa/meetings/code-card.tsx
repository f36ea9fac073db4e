import { Card } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { QrPicture } from '../../account/qr-picture.js';
import { shortTime } from '../../app/time.js';
import { Button } from 'antd';
import { codeQuery } from './meeting-queries.js';

/** 签到码: the picture at the door. It changes every five minutes, so that a photograph of it is soon of no use. */
export function CodeCard({ meetingId }: { meetingId: string }) {
  const [shown, setShown] = useState(false);
  const code = useQuery({ ...codeQuery(meetingId), enabled: shown });
  return (
    <Card title="签到码">
      {!shown && <Button onClick={() => setShown(true)}>显示签到码</Button>}
      {shown && code.data && (
        <>
          <QrPicture text={code.data.url} label="会议签到码" />
          <p className="kz-caption">{shortTime(code.data.validUntil)} 前有效，到时自动更换。用手机扫码签到，开会前三十分钟起。</p>
        </>
      )}
      {shown && code.isError && <p className="kz-caption">现在取不到签到码，请稍后再试。</p>}
    </Card>
  );
}
