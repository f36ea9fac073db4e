import type { ExchangeCounts } from '@karez/contracts-exchange';
import { Card, CountBar, palette } from '@karez/web-ui';
import { signedShare, workingTime } from './working-time.js';

/** The period in six numbers and one bar. */
export function TotalsCard({ total }: { total: ExchangeCounts }) {
  const decided = total.signed + total.rejected + total.returned + total.recalled;
  const numbers: readonly (readonly [name: string, value: string, note: string])[] = [
    ['发出', `${total.sent}`, '件次，每个收文单位算一件'],
    ['收到', `${total.received}`, '件次'],
    ['签收率', signedShare(total.received, total.signed), `已签收 ${total.signed}`],
    ['签收用时', workingTime(total.medianMinutesToSign), `工作时间，中位数；最长 ${workingTime(total.slowestMinutesToSign)}`],
    ['逾期', `${total.overdue}`, '过了时限才签收，或过时仍未签收'],
    ['催办', `${total.urged}`, '次'],
  ];
  return (
    <Card title="合计">
      <dl className="exchange-numbers">
        {numbers.map(([name, value, note]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={name === '逾期' && total.overdue > 0 ? 'exchange-overdue' : undefined}>{value}</dd>
            <dd className="kz-caption">{note}</dd>
          </div>
        ))}
      </dl>
      <CountBar
        words
        parts={[
          { key: 'signed', label: '已签收', count: total.signed, color: palette.green },
          { key: 'waiting', label: '待签收', count: total.waiting, color: '#5E9AA1' },
          { key: 'rejected', label: '拒收', count: total.rejected, color: palette.plum },
          { key: 'returned', label: '退文', count: total.returned, color: '#A9709A' },
          { key: 'recalled', label: '撤回', count: total.recalled, color: palette.slate },
        ]}
      />
      {decided === 0 && total.waiting === 0 && <p className="kz-caption">这段时间没有公文往来。</p>}
    </Card>
  );
}
