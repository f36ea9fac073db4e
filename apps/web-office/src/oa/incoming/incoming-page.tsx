import type { HandlingView, IncomingAct, IncomingTurn, IncomingView } from '@karez/contracts-oa';
import { ProblemError } from '@karez/web-client';
import { type Act, ActionBar, Card, Facts, LoadingRows, Notice, PageHeader, ProcessLine, StateDot } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { AskDialog } from '../../app/ask-dialog.js';
import { ProblemPage } from '../../app/instead.js';
import { usePageTitle } from '../../app/page-title.js';
import { shortDate, shortTime } from '../../app/time.js';
import { Paragraphs } from '../../portal/paragraphs.js';
import { oaKey } from '../oa-client.js';
import { incomingQuery } from './incoming-queries.js';
import { incomingQuestion } from './incoming-questions.js';
import { actOrder, handlingWord, incomingActWord, incomingLook, turnWord } from './incoming-words.js';
import './incoming.css';

export function IncomingPage() {
  usePageTitle('收文');
  const { incomingId = '' } = useParams();
  const incoming = useQuery(incomingQuery(incomingId));
  if (incoming.isPending) return <LoadingRows label="来文" rows={8} />;
  if (!incoming.data) {
    const problem = incoming.error instanceof ProblemError ? incoming.error : null;
    return <ProblemPage title="收文" label="这份来文" problem={problem} again={() => void incoming.refetch()} />;
  }
  return <Incoming view={incoming.data} />;
}

/** One incoming document: the 文件处理单 with every opinion, its way, its readers. */
function Incoming({ view }: { view: IncomingView }) {
  const [asked, setAsked] = useState<IncomingAct>();
  const acts = actOrder
    .filter((act) => view.acts.includes(act))
    .map((act): Act => ({ key: act, label: incomingActWord[act], asks: true, onAct: () => setAsked(act) }));
  return (
    <div className="office-detail">
      <div className="office-detail-scroll">
        <PageHeader
          crumb={<Link to="/oa/incoming">收文</Link>}
          title={view.title}
          meta={
            <span className="ic-head">
              <StateDot look={incomingLook(view.state)} />
              {view.number && <span>{view.number}</span>}
              {view.waitingFor.length > 0 && <span>现由{view.waitingFor.join('、')}办理</span>}
              {view.dueAt && <span>{shortDate(view.dueAt)} 前办结</span>}
            </span>
          }
        />
        <div className="kz-page office-columns">
          <div className="office-stack">
            {view.returnReason && (
              <Notice tone="plum" title="已退回来文单位：">
                {view.returnReason}
              </Notice>
            )}
            <Slip view={view} />
            {view.summary && (
              <Card title="内容摘要">
                <Paragraphs text={view.summary} />
              </Card>
            )}
            <Earlier view={view} />
          </div>
          <Side view={view} />
        </div>
      </div>
      {acts.length > 0 && <ActionBar primary={acts[0]} others={acts.slice(1)} />}
      {asked && <AskDialog question={incomingQuestion(asked, view)} changes={[oaKey]} onClose={() => setAsked(undefined)} />}
    </div>
  );
}

/** 文件处理单: who said what, in the boxes of the paper form. */
function Slip({ view }: { view: IncomingView }) {
  const said = (...acts: string[]) => view.handlings.filter(({ act }) => acts.includes(act));
  return (
    <section className="ic-slip" aria-label="文件处理单">
      <h2>文 件 处 理 单</h2>
      <dl>
        <Box name="来文机关">{view.senderName}</Box>
        <Box name="来文字号">{view.senderNumber ?? '无'}</Box>
        <Box name="收文号">{view.number ?? '未登记'}</Box>
        <Box name="收到">{shortTime(view.receivedAt)}</Box>
        <Box name="批示" wide>
          <Said list={said('instruct')} none="未批示" />
        </Box>
        <Box name="拟办意见" wide>
          <Said list={said('submit')} none="未拟办" />
        </Box>
        <Box name="承办情况" wide>
          <Said list={said('handle')} none="未承办" />
        </Box>
        <Box name="传阅意见" wide>
          <Said list={said('read').filter(({ text }) => text)} none="无" />
        </Box>
        <Box name="办理结果" wide>
          {view.result ?? '未办结'}
        </Box>
      </dl>
      {view.deliveryId && (
        <p className="ic-open">
          <Link to={`/exchange/deliveries/${view.deliveryId}`}>打开来文正文和附件</Link>
        </p>
      )}
    </section>
  );
}
const Box = ({ name, wide, children }: { name: string; wide?: boolean; children: React.ReactNode }) => (
  <div className={wide ? 'ic-box ic-box-wide' : 'ic-box'}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
const Said = ({ list, none }: { list: readonly HandlingView[]; none: string }) =>
  list.length === 0 ? (
    <em>{none}</em>
  ) : (
    list.map(({ id, text, personName, onBehalfOfName, orgName, at }) => (
      <p key={id} className="ic-said">
        {text}
        <small>
          <b>{onBehalfOfName ? `${onBehalfOfName}（${personName}代）` : personName}</b> {orgName} {shortTime(at)}
        </small>
      </p>
    ))
  );

function Earlier({ view }: { view: IncomingView }) {
  if (view.earlier.length === 0) return null;
  return (
    <Card title="该机关近期来文" note="拟办参考">
      <ul className="ic-earlier">
        {view.earlier.map(({ id, title, number, sameNumber, handledBy }) => (
          <li key={id}>
            <Link to={`/oa/incoming/${id}`}>{title}</Link>
            {sameNumber && <span className="kz-tag">同一文号</span>}
            <span className="kz-caption">
              {number ?? '未登记'}
              {handledBy.length > 0 && `，${handledBy.join('、')}承办`}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Side({ view }: { view: IncomingView }) {
  const way = view.turns.filter(({ phase, state }) => phase !== 'read' && state !== 'cancelled');
  const readers = view.turns.filter(({ phase }) => phase === 'read');
  return (
    <aside className="office-aside">
      <Card title="来文">
        <Facts
          items={[
            ['收文单位', view.orgName],
            ['来源', view.origin === 'exchange' ? '公文交换' : '纸质登记'],
            ['办结时限', view.dueAt ? shortDate(view.dueAt) : '无'],
          ]}
        />
      </Card>
      <Card title="办理过程">
        <ProcessLine label="办理过程" direction="column" steps={way.map(stepOf)} />
      </Card>
      {readers.length > 0 && (
        <Card title="传阅" note={`${readers.filter(({ state }) => state === 'done').length} / ${readers.length} 已阅`}>
          <ul className="ic-readers">
            {readers.map(({ id, name, state, endedAt }) => (
              <li key={id}>
                {name} <span className="kz-caption">{state === 'done' && endedAt ? `${shortTime(endedAt)} 已阅` : '未阅'}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card title="记录">
        <ul className="ic-readers">
          {view.handlings.map(({ id, act, personName, at }) => (
            <li key={id}>
              {handlingWord[act] ?? act}{' '}
              <span className="kz-caption">
                {personName} {shortTime(at)}
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </aside>
  );
}
const stepOf = ({ id, phase, state, name, endedAt }: IncomingTurn) => ({
  key: id,
  state: state === 'open' ? ('now' as const) : ('done' as const),
  title: turnWord[phase] ?? phase,
  note: endedAt ? `${name} ${shortTime(endedAt)}` : name,
});
