import { DownloadOutlined, PlusOutlined, SearchOutlined } from '@ant-design/icons';
import type { DeliveryRow, DispatchView } from '@karez/contracts-exchange';
import { EmptyState, Notice } from '@karez/web-ui';
import { Button, Checkbox, Input } from 'antd';
import { today } from '../../app/time.js';
import { saveText } from '../save-file.js';
import type { OfficeClock } from './due-words.js';
import { ledgerOf } from './ledger-csv.js';
import { isOpen, type RecipientFilter } from './recipient-groups.js';
import { RecipientTable } from './recipient-table.js';
import type { Asked } from './sending-dialogs.js';
import type { RowActs } from './use-row-acts.js';

export interface RecipientsCardProps {
  dispatch: DispatchView;
  shown: readonly DeliveryRow[];
  filter: RecipientFilter;
  onFilter: (filter: RecipientFilter) => void;
  chosen: ReadonlySet<string>;
  onChosen: (chosen: ReadonlySet<string>) => void;
  acts: RowActs;
  clock: OfficeClock;
  onAsk: (asked: Asked) => void;
  /** The rows are those of the last answer. */
  failed: boolean;
}

export function RecipientsCard(props: RecipientsCardProps) {
  const { dispatch, shown, filter, onFilter, clock, onAsk, failed } = props;
  const open = dispatch.deliveries.filter(isOpen).length;
  const save = () => saveText(`发件台账 ${dispatch.number} ${today(clock.now)}.csv`, ledgerOf(dispatch, clock), 'text/csv;charset=utf-8');
  const clear = { key: 'clear', label: '清除筛选', onAct: () => onFilter({ words: '', openOnly: false }) };
  return (
    <section className="kz-card" aria-labelledby="recipients">
      <div className="kz-card-head sent-recipients-head">
        <h2 id="recipients">收文单位</h2>
        <div data-filter className="sent-search">
          <Input
            type="search"
            size="small"
            prefix={<SearchOutlined />}
            allowClear
            value={filter.words}
            placeholder="单位或签收人"
            aria-label="搜收文单位"
            onChange={({ target }) => onFilter({ ...filter, words: target.value })}
          />
        </div>
        {(open > 0 || filter.openOnly) && (
          <Checkbox checked={filter.openOnly} onChange={({ target }) => onFilter({ ...filter, openOnly: target.checked })}>
            只看未了结的 {open} 家
          </Checkbox>
        )}
        <div className="kz-card-aside">
          <Button size="small" type="text" icon={<DownloadOutlined />} onClick={save}>
            导出台账
          </Button>
          {dispatch.acts.includes('add_recipients') && (
            <Button size="small" type="text" icon={<PlusOutlined />} onClick={() => onAsk({ act: 'add' })}>
              补发单位…
            </Button>
          )}
        </div>
      </div>
      {failed && (
        <div className="sent-stale">
          <Notice tone="amber" live="status" title="没有取到最新的状态，">
            下面是上次取到的内容，稍后自动再取。
          </Notice>
        </div>
      )}
      {shown.length === 0 ? <EmptyState dry title="没有符合筛选的收文单位" other={clear} /> : <RecipientTable {...props} />}
    </section>
  );
}
