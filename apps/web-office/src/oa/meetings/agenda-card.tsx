import type { MeetingView } from '@karez/contracts-oa';
import { Card } from '@karez/web-ui';
import { Button } from 'antd';
import { Link } from 'react-router';
import { outcomeWord } from './meeting-words.js';

/** 议程: each topic with what became of it. */
export function AgendaCard({ view, onDecide }: { view: MeetingView; onDecide: (topicId: string, title: string) => void }) {
  if (view.agenda.length === 0) return null;
  return (
    <Card title="议程" note={`${view.agenda.length} 项，约 ${view.agenda.reduce((sum, { minutes }) => sum + minutes, 0)} 分钟`} flush>
      <ol className="mt-agenda">
        {view.agenda.map((item) => (
          <li key={item.topicId}>
            <div className="mt-line">
              <Link to={`/oa/topics/${item.topicId}`}>{item.title}</Link>
              {item.outcome && <span className="kz-tag">{outcomeWord[item.outcome]}</span>}
              {!item.outcome && view.acts.includes('decide_topic') && (
                <Button size="small" onClick={() => onDecide(item.topicId, item.title)}>
                  议定…
                </Button>
              )}
            </div>
            <p className="kz-caption">
              {item.number}，{item.orgName}，{item.reporter}汇报，{item.minutes} 分钟
            </p>
            {item.resolution && <p className="mt-resolution">{item.resolution}</p>}
            {item.supervisionId && <Link to={`/oa/supervision/${item.supervisionId}`}>已转督办</Link>}
          </li>
        ))}
      </ol>
    </Card>
  );
}
