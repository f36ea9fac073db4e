import type { DeliveryEventView, DeliveryView } from '@karez/contracts-exchange';
import { ProcessLine } from '@karez/web-ui';
import { shortTime } from '../../app/time.js';
import { receiptWord } from '../words/receipt-words.js';
import { timelineLines } from '../words/timeline-words.js';
import { Section } from './section.js';

interface TimelineSectionProps {
  view: DeliveryView;
  level: 2 | 3;
  now: Date;
  onReceipt: (event: DeliveryEventView) => void;
}

/** Everything that happened to this delivery on the reader's side, in the order in which it was recorded. */
export function TimelineSection({ view, level, now, onReceipt }: TimelineSectionProps) {
  const lines = timelineLines(view.timeline, view.side);
  return (
    <Section
      level={level}
      title="过程记录"
      note={`${view.timeline.length} 条，逐条衔接，不能增删`}
      summary={`过程记录 ${view.timeline.length} 条`}
    >
      {lines.length === 0 && <p className="kz-secondary">还没有记录。</p>}
      <ProcessLine
        label="过程记录"
        direction="column"
        steps={lines.map(({ key, at, title, note, stopped, event }) => ({
          ...{ key, title, state: stopped ? 'stop' : 'done' },
          note: (
            <>
              {[shortTime(at, now), event.personName].filter(Boolean).join(' ')}
              {event.receiptNumber && (
                <>
                  {' '}
                  <button type="button" className="ex-receipt" onClick={() => onReceipt(event)}>
                    {receiptWord(event.kind)}
                  </button>
                </>
              )}
              {note && <span className="ex-said">{note}</span>}
            </>
          ),
        }))}
      />
    </Section>
  );
}
