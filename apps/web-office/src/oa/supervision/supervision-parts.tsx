import type { SupervisionView } from '@karez/contracts-oa';
import { Card, StateDot } from '@karez/web-ui';
import { shortDate, shortTime } from '../../app/time.js';
import { Paragraphs } from '../../portal/paragraphs.js';
import { partLook } from './supervision-words.js';

/** 承办: a line for each body, the lead first. */
export function PartsCard({ view }: { view: SupervisionView }) {
  if (view.parts.length === 0) return null;
  return (
    <Card title="承办单位" flush>
      <ul className="sv-parts">
        {view.parts.map((part) => (
          <li key={part.id} className={part.state === 'returned' ? 'sv-part sv-part-returned' : 'sv-part'}>
            <div className="sv-part-head">
              <span className="kz-tag">{part.role === 'lead' ? '主办' : '协办'}</span>
              <strong>{part.orgName}</strong>
              <StateDot look={partLook(part.state)} />
              <span className="sv-part-who">
                {part.handlerName && `${part.handlerName}经办 `}
                {shortDate(part.dueAt)} 前
              </span>
            </div>
            {part.role === 'assist' && <p className="sv-part-content">{part.content}</p>}
            {part.returnReason && <p className="sv-part-content">退回理由：{part.returnReason}</p>}
            {part.state !== 'returned' && part.state !== 'sent' && (
              <div className="sv-progress">
                <progress max={100} value={part.progress} aria-label={`${part.orgName}的进度`} />
                <span>{part.progress}%</span>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** 阶段反馈, the newest first. */
export function ReportsCard({ view }: { view: SupervisionView }) {
  if (view.reports.length === 0) return null;
  return (
    <Card title="进展反馈" note={`${view.reports.length} 次`}>
      <ul className="sv-reports">
        {view.reports.map((report) => (
          <li key={report.id}>
            <div className="kz-caption">
              {report.orgName} {report.personName} {shortTime(report.at)} 进度 {report.progress}%
            </div>
            <Paragraphs text={report.text} />
            {report.difficulty && <p className="sv-difficulty">存在问题：{report.difficulty}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
