import type { Peers } from '@karez/contracts-exchange';
import { Card, Facts } from '@karez/web-ui';
import { CopyButton } from '../copy-button.js';
import { Fingerprint } from '../fingerprint.js';

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
          ['承担', `${self.bodies.length} 家单位`],
          ['根公钥指纹', <Fingerprint key="print" hex={fingerprint} />],
        ]}
      />
      <div className="exchange-copy">
        <CopyButton label="复制节点名片" text={text} />
      </div>
      <details className="exchange-card-text">
        <summary>看名片全文</summary>
        <pre className="kz-mono" tabIndex={0} aria-label="节点名片全文">
          {text}
        </pre>
      </details>
    </Card>
  );
}
