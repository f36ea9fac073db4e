import { todoKindWords, type TodoRow as Row } from '@karez/contracts-oa';
import { DueLamp, ListRow, palette, StateDot } from '@karez/web-ui';
import { Link, useNavigate } from 'react-router';
import { useMay, useMe } from '../../app/person-self.js';
import { shortTime } from '../../app/time.js';
import { SignHere } from '../../home/sign-here.js';
import { dueWords, type Counts } from '../../words/due-words.js';
import { urgencyTag } from './todo-words.js';

interface TodoRowProps {
  readonly row: Row;
  readonly now: Date;
  /** Which days count. */
  readonly counts: Counts;
  /** Whether the row's act is being asked for here; in one row at a time. */
  readonly asking: boolean;
  readonly onAsk: (asking: boolean) => void;
}

/** One thing that waits, with its one act. A delivery is signed for in its row; everything else is opened where it is done. */
export function TodoRow({ row, now, counts, asking, onAsk }: TodoRowProps) {
  const me = useMe();
  const may = useMay();
  const navigate = useNavigate();
  const due = dueWords(row.dueAt, now, counts);
  const signs = row.kind === 'delivery' && may('exchange.inbox.decide');
  return (
    <>
      <ListRow
        lead={<DueLamp lamp={due.lamp}>{due.words}</DueLamp>}
        title={row.title}
        tag={urgencyTag[row.urgency]}
        href={row.href}
        link={Link}
        selected={asking}
        meta={[
          todoKindWords[row.kind],
          `${row.fromName ? `${row.fromName} ` : ''}${shortTime(row.openedAt, now)}`,
          ...(row.forName ? [`${row.forName}（${me.name}代）`] : []),
          ...(row.orgName ? [row.orgName] : []),
          ...(row.urged > 0 ? [<StateDot key="urged" look={{ label: `催 ${row.urged}`, glyph: 'diamond', color: palette.amber }} />] : []),
          <StateDot key="state" look={{ label: `待${row.act}`, glyph: 'ring', color: palette.water }} />,
        ]}
        act={
          signs
            ? { key: 'sign', label: row.act, asks: true, onAct: () => onAsk(!asking) }
            : { key: 'open', label: row.act, onAct: () => void navigate(row.href) }
        }
      />
      {asking && <SignHere deliveryId={row.subjectId} href={row.href} onClose={() => onAsk(false)} />}
    </>
  );
}
