import type { DeliveryRow } from '@karez/contracts-exchange';
import { useRowKeys } from '@karez/web-ui';
import { Checkbox } from 'antd';
import { useRef, useState } from 'react';
import { lateRecallOfRow } from '../words/late-recall.js';
import { isOverdue } from './due-words.js';
import { groupsOf, type RecipientGroup } from './recipient-groups.js';
import { RecipientRow } from './recipient-row.js';
import type { RecipientsCardProps } from './recipients-card.js';
import { rowsFor } from './row-acts.js';

const heads = ['单位', '方式', '状态', '送达', '签收人与时间', '时限', '说明'];
/** Up to here everything is open from the start. */
const shortTable = 15;

/** Recipients by kind of body; a table on the desk, cards on the phone. Roles are written out because the cards take the table display away. */
export function RecipientTable(props: RecipientsCardProps) {
  const { shown, filter, chosen, onChosen } = props;
  const area = useRef<HTMLDivElement>(null);
  useRowKeys(area);
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map());
  const groups = groupsOf(shown);
  const looked = Boolean(filter.words.trim() || filter.state || filter.openOnly);
  const isShown = ({ title, rows }: RecipientGroup, at: number) =>
    toggled.get(title) ?? (looked || at === 0 || shown.length <= shortTable || rows.some((row) => needsEyes(row, props)));
  const choosable = shown.filter((row) => canBeChosen(row));
  const all = choosable.length > 0 && choosable.every(({ id }) => chosen.has(id));
  const some = choosable.some(({ id }) => chosen.has(id));
  return (
    <div className="kz-table-area" ref={area}>
      <table className="kz-table sent-table" role="table" aria-label="收文单位">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" className="sent-check">
              <Checkbox
                aria-label="全选可以催办或撤回的单位"
                checked={all}
                indeterminate={some && !all}
                disabled={choosable.length === 0}
                onChange={() => onChosen(new Set(all ? [] : choosable.map(({ id }) => id)))}
              />
            </th>
            {heads.map((head) => (
              <th key={head} role="columnheader" scope="col">
                {head}
              </th>
            ))}
            <th role="columnheader" scope="col">
              <span className="kz-unseen">办理</span>
            </th>
          </tr>
        </thead>
        {groups.map((group, at) => {
          const open = isShown(group, at);
          return (
            <tbody key={group.title} role="rowgroup">
              <tr role="row" className="sent-group">
                <th role="rowheader" scope="rowgroup" colSpan={heads.length + 2}>
                  <button type="button" aria-expanded={open} onClick={() => setToggled(new Map(toggled).set(group.title, !open))}>
                    <b>{group.title}</b>
                    <span>{group.words}</span>
                  </button>
                </th>
              </tr>
              {open &&
                group.rows.map((row) => (
                  <RecipientRow
                    key={row.id}
                    row={row}
                    clock={props.clock}
                    acts={props.acts}
                    onAsk={props.onAsk}
                    choosable={canBeChosen(row)}
                    chosen={chosen.has(row.id)}
                    onChosen={(on) => onChosen(with_(chosen, row.id, on))}
                  />
                ))}
            </tbody>
          );
        })}
      </table>
    </div>
  );
}

const canBeChosen = (row: DeliveryRow): boolean => rowsFor([row], 'urge').length > 0 || rowsFor([row], 'recall').length > 0;

/** What must not be folded away: overdue, for the sender to answer, a refusal that was said in a row. */
const needsEyes = (row: DeliveryRow, { clock, acts }: RecipientsCardProps): boolean =>
  isOverdue(row, clock) || rowsFor([row], 'acknowledge').length > 0 || Boolean(lateRecallOfRow(row, clock.now) ?? acts.noteOf(row.id));

function with_(chosen: ReadonlySet<string>, id: string, on: boolean): ReadonlySet<string> {
  const next = new Set(chosen);
  if (on) next.add(id);
  else next.delete(id);
  return next;
}
