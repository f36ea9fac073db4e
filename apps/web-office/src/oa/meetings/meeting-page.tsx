import type { MeetingAct, MeetingView } from '@karez/contracts-oa';
import { ProblemError } from '@karez/web-client';
import { type Act, ActionBar, Card, Facts, LoadingRows, Notice, PageHeader, StateDot } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { AskDialog, type Question } from '../../app/ask-dialog.js';
import { ProblemPage } from '../../app/instead.js';
import { usePageTitle } from '../../app/page-title.js';
import { Paragraphs } from '../../portal/paragraphs.js';
import { oaKey } from '../oa-client.js';
import { AgendaCard } from './agenda-card.js';
import { CodeCard } from './code-card.js';
import { GuestsCard } from './guests-card.js';
import { meetingQuery } from './meeting-queries.js';
import { decideQuestion, meetingQuestion } from './meeting-questions.js';
import { kindWord, meetingActOrder, meetingActWord, meetingLook, whenWords } from './meeting-words.js';
import './meetings.css';

export function MeetingPage() {
  usePageTitle('会议');
  const { meetingId = '' } = useParams();
  const meeting = useQuery(meetingQuery(meetingId));
  if (meeting.isPending) return <LoadingRows label="会议" rows={8} />;
  if (!meeting.data) {
    const problem = meeting.error instanceof ProblemError ? meeting.error : null;
    return <ProblemPage title="会议" label="这次会议" problem={problem} again={() => void meeting.refetch()} />;
  }
  return <Meeting view={meeting.data} />;
}

/** One meeting on one page: agenda and resolutions, who comes, the picture at the door, the minutes. */
function Meeting({ view }: { view: MeetingView }) {
  const [question, setQuestion] = useState<Question<MeetingView>>();
  const acts = meetingActOrder
    .filter((act: MeetingAct) => view.acts.includes(act))
    .map((act): Act => ({ key: act, label: meetingActWord[act], asks: true, onAct: () => setQuestion(meetingQuestion(act, view)) }));
  return (
    <div className="office-detail">
      <div className="office-detail-scroll">
        <PageHeader
          crumb={<Link to="/oa/meetings">会议</Link>}
          title={view.title}
          meta={
            <span className="mt-head">
              <StateDot look={meetingLook(view.state)} />
              <span>{whenWords(view.startsAt, view.endsAt)}</span>
              <span>{view.where}</span>
            </span>
          }
        />
        <div className="kz-page office-columns">
          <div className="office-stack">
            {view.cancelledReason && (
              <Notice tone="sand" title="已取消：">
                {view.cancelledReason}
              </Notice>
            )}
            {view.notes && (
              <Card title="要求">
                <Paragraphs text={view.notes} />
              </Card>
            )}
            <AgendaCard view={view} onDecide={(topicId, title) => setQuestion(decideQuestion(view, topicId, title))} />
            {view.minutes && (
              <Card title="纪要">
                <Paragraphs text={view.minutes} />
              </Card>
            )}
            <GuestsCard view={view} />
          </div>
          <aside className="office-aside">
            {view.acts.includes('show_code') && <CodeCard meetingId={view.id} />}
            <Card title="会议">
              <Facts
                items={[
                  ['类别', kindWord[view.kind]],
                  ['主办', view.orgName],
                  ['经办', view.plannerName],
                  ['参会', `${view.attendees.length} 人`],
                  ['签到', `${view.attendees.filter(({ checkedInAt }) => checkedInAt).length} 人`],
                ]}
              />
            </Card>
          </aside>
        </div>
      </div>
      {acts.length > 0 && <ActionBar primary={acts[0]} others={acts.slice(1)} />}
      {question && <AskDialog question={question} changes={[oaKey]} onClose={() => setQuestion(undefined)} />}
    </div>
  );
}
