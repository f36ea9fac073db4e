import { type HandlingView, supervisionStateWords, type SupervisionView } from '@karez/contracts-oa';
import { Card, Facts, ProcessLine } from '@karez/web-ui';
import { Link } from 'react-router';
import { shortDate, shortTime } from '../../app/time.js';
import { actWord, colourWord } from './supervision-words.js';

const extensionWord = { asked: '等待审批', granted: '已同意', refused: '未同意' } as const;

/** Beside the work: who leads, the notices, the extensions, and every act so far. */
export function SupervisionSide({ view }: { view: SupervisionView }) {
  return (
    <aside className="office-aside">
      <Card title="事项">
        <Facts
          items={[
            ['督办单位', view.orgName],
            ['督办领导', view.leaderName ?? '—'],
            ['督查人员', view.supervisorName],
            ['登记', shortTime(view.registeredAt)],
            ['期限', shortDate(view.dueAt)],
            ...(view.sourceHref ? ([['来源', <Link to={view.sourceHref}>查看原件</Link>]] as const) : []),
            ...(view.closedAt ? ([['销号', shortTime(view.closedAt)]] as const) : []),
            ...(view.score ? ([['评价', `${view.score} 分${view.scoreText ? `，${view.scoreText}` : ''}`]] as const) : []),
          ]}
        />
      </Card>
      {view.notices.length > 0 && (
        <Card title="督办单">
          <ul className="sv-notices">
            {view.notices.map((notice) => (
              <li key={notice.id} className={`sv-notice sv-notice-${notice.colour}`}>
                <strong>{colourWord[notice.colour]}</strong>
                <span>{notice.text}</span>
                <span className="kz-caption">
                  {notice.byName ?? '到期自动发出'} {shortTime(notice.at)}，送达 {notice.reached} 个待办
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {view.extensions.length > 0 && (
        <Card title="延期">
          <ul className="sv-notices">
            {view.extensions.map((extension) => (
              <li key={extension.id}>
                <strong>
                  {shortDate(extension.from)} → {shortDate(extension.until)}（{extensionWord[extension.state]}）
                </strong>
                <span>{extension.reason}</span>
                <span className="kz-caption">
                  {extension.orgName} {extension.personName} {shortTime(extension.at)}
                  {extension.decidedByName && `；${extension.decidedByName}${extension.decision ? `：${extension.decision}` : ''}`}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card title="办理过程">
        <ProcessLine
          label="办理过程"
          direction="column"
          steps={[
            { key: 'registered', state: 'done', title: '登记', note: `${view.supervisorName} ${shortTime(view.registeredAt)}` },
            ...view.handlings.map((handling) => ({
              key: handling.id,
              state: 'done' as const,
              title: titleOf(handling),
              note: noteOf(handling),
            })),
            ...(view.lamp === 'none' ? [] : [{ key: 'now', state: 'now' as const, title: supervisionStateWords[view.state] }]),
          ]}
        />
      </Card>
    </aside>
  );
}

const words: Readonly<Record<string, string>> = actWord;
const titleOf = ({ act, verdict }: HandlingView): string => `${words[act] ?? act}${verdict === 'disagree' ? '：不同意' : ''}`;
const noteOf = ({ personName, orgName, at, text, onBehalfOfName }: HandlingView) => (
  <>
    {text && <span className="sv-opinion">{text}</span>}
    {onBehalfOfName ? `${onBehalfOfName}（${personName}代）` : personName} {orgName} {shortTime(at)}
  </>
);
