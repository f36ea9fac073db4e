import type { Peers } from '@karez/contracts-exchange';
import { Card, Facts } from '@karez/web-ui';
import { Button } from 'antd';
import { CopyButton } from '../copy-button.js';
import { Fingerprint } from '../fingerprint.js';
import { saveText } from '../save-file.js';

/** What is handed over once to the other side; its fingerprint is read out by telephone. */
export function OwnNodeCard({ self }: { self: Peers['self'] }) {
  const { fingerprint, ...card } = self;
  const text = JSON.stringify(card, null, 2);
  return (
    <Card title="本节点">
      <p className="office-strong">{self.name}</p>
      <Facts
        items={[
          [
            '代号',
            <span key="id" className="kz-mono">
              {self.nodeId}
            </span>,
          ],
          ['协议版本', self.versions.join('、')],
          [
            '根公钥指纹',
            <span key="print" className="exchange-compare">
              <Fingerprint hex={fingerprint} />
            </span>,
          ],
        ]}
      />
      <p className="kz-caption">把名片发给对方管理员，再打电话读出指纹，由对方核对。</p>
      <div className="exchange-copy">
        <CopyButton label="复制节点名片" text={text} />
        <Button size="small" onClick={() => saveText(`节点名片 ${self.nodeId}.json`, text, 'application/json')}>
          下载名片
        </Button>
      </div>
      <details className="exchange-card-text">
        <summary>看名片全文</summary>
        <pre className="kz-mono" tabIndex={0} role="group" aria-label="节点名片全文">
          {text}
        </pre>
      </details>
    </Card>
  );
}
