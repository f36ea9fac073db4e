import { documentPhaseWords, type DocumentStepView, type OutgoingView, type HandlingView } from '@karez/contracts-oa';
import { Card, ProcessLine, StateDot, deliveryLook } from '@karez/web-ui';
import { Button } from 'antd';
import { Link } from 'react-router';
import { useAct } from '../../app/use-act.js';
import { shortTime } from '../../app/time.js';
import { oa } from '../oa-client.js';
import { handlingWord, verdictWord } from './document-words.js';

/** Beside the sheet: whose turn it was and is, what was said, the versions, and where it went. */
export function DocumentSide({ view }: { view: OutgoingView }) {
  const opinions = view.handlings.filter(({ text, act }) => text && act !== 'number' && act !== 'seal' && act !== 'distribute');
  return (
    <aside className="od-side" aria-label="流转、意见和稿本">
      {view.recipients.length > 0 && (
        <Card
          title="分发"
          note={`${view.recipients.filter(({ state }) => state === 'signed_for').length} / ${view.recipients.length} 已签收`}
        >
          <ul className="od-recipients">
            {view.recipients.map(({ deliveryId, name, role, state }) => (
              <li key={deliveryId}>
                <Link to={`/exchange/deliveries/${deliveryId}`}>{name}</Link>
                {role === 'cc' && <span className="kz-caption">抄送</span>}
                <StateDot look={deliveryLook[state as keyof typeof deliveryLook] ?? deliveryLook.queued} />
              </li>
            ))}
          </ul>
        </Card>
      )}
      <PageLink view={view} />
      <Card title="流转">
        <ProcessLine
          label="流转"
          direction="column"
          steps={[...view.steps.filter(({ state }) => state !== 'cancelled').map(stepOf), ...later(view)]}
        />
      </Card>
      {opinions.length > 0 && (
        <Card title="意见" note={`${opinions.length} 条`}>
          <ul className="od-opinions">
            {opinions.toReversed().map((each) => (
              <Opinion key={each.id} handling={each} />
            ))}
          </ul>
        </Card>
      )}
      <Card title="稿本" note={`${view.versions.length} 稿`}>
        <ul className="od-versions">
          {view.versions.toReversed().map(({ number, authorName, phase, at, digest }) => (
            <li key={number}>
              <b>第 {number} 稿</b> {authorName} <span className="kz-caption">{documentPhaseWords[phase]}</span>
              <span className="kz-caption">{shortTime(at)}</span>
              {digest === view.signedDigest && <span className="kz-tag">签发稿</span>}
            </li>
          ))}
        </ul>
      </Card>
    </aside>
  );
}

/** 版式件: the printed page, as soon as it is there. */
function PageLink({ view }: { view: OutgoingView }) {
  const open = useAct(() => oa.getRendition({ documentId: view.id }), { onDone: ({ url }) => window.open(url, '_blank', 'noopener') });
  if (!view.rendition) return null;
  return (
    <Card title="版式件" note={view.pages ? `${view.pages} 页` : '正在排版'}>
      <Button onClick={() => open.run(undefined)} loading={open.busy} disabled={view.rendition !== 'ready'}>
        打开版式件
      </Button>
      {open.refusal && <p className="kz-caption">{open.refusal.detail}</p>}
    </Card>
  );
}

const isCollecting = ({ phase, name, sentByName }: DocumentStepView): boolean => phase === 'countersigning' && name === sentByName;

const stepOf = (step: DocumentStepView) => ({
  key: step.id,
  state: step.state === 'open' ? ('now' as const) : ('done' as const),
  title: `${isCollecting(step) ? '汇总会签' : documentPhaseWords[step.phase]}${step.verdict === 'disagree' ? '：不同意' : ''}`,
  note: [
    step.name,
    step.orgName === step.name ? undefined : step.orgName,
    step.endedAt ? shortTime(step.endedAt) : step.seenAt ? '已打开' : '未打开',
  ]
    .filter(Boolean)
    .join(' '),
});

/** What still comes, in one line. */
function later({ state }: OutgoingView) {
  const ends = ['distributed', 'closed', 'archived', 'void'];
  if (ends.includes(state)) return [];
  const signed = ['rechecking', 'numbering', 'typesetting', 'proofreading', 'sealing', 'distributing'].includes(state);
  return [
    ...(signed || state === 'signing' ? [] : [{ key: 'sign', state: 'todo' as const, title: '签发' }]),
    { key: 'issue', state: 'todo' as const, title: signed ? '至分发' : '复核、编号、排版、校对、用印、分发' },
  ];
}

const Opinion = ({ handling: { personName, orgName, act, verdict, text, at } }: { handling: HandlingView }) => (
  <li>
    <span className="od-opinion-head">
      <b>{personName}</b>
      <span className="kz-caption">
        {orgName}，{handlingWord[act] ?? act}
        {verdict === 'disagree' && `，${verdictWord[verdict]}`}
      </span>
      <span className="kz-caption od-at">{shortTime(at)}</span>
    </span>
    <span className="od-said">{text}</span>
  </li>
);
