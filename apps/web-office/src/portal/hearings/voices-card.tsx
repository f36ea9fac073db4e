import type { HearingView, VoiceRow } from '@karez/contracts-portal';
import { Card, EmptyState, LoadingRows } from '@karez/web-ui';
import { insteadOfRows } from '../../app/instead.js';
import { shortTime } from '../../app/time.js';
import { useVoices } from '../portal-queries.js';

/** What the public wrote, newest first; names and contacts stay inside. */
export function VoicesCard({ view }: { view: HearingView }) {
  const list = useVoices(view.id);
  return (
    <Card title="收到的意见和答卷" note="姓名和联系方式不公开">
      {list.state === 'loading' && <LoadingRows label="意见" />}
      {list.state !== 'loading' &&
        list.rows.length === 0 &&
        list.state !== 'ready' &&
        insteadOfRows({ label: '意见', list, empty: { title: '' } })}
      {list.state === 'ready' && list.rows.length === 0 && <EmptyState dry title="还没有收到" />}
      <ul className="portal-log">
        {list.rows.map((voice) => (
          <li key={voice.id}>
            <span>{wordsOf(voice, view)}</span>
            <span className="kz-caption">{[voice.name ?? '未留名', voice.contact, shortTime(voice.at)].filter(Boolean).join('，')}</span>
          </li>
        ))}
      </ul>
      {list.onMore && (
        <button type="button" className="kz-textact" onClick={list.onMore} disabled={list.loadingMore}>
          {list.loadingMore ? '正在取下一页' : '再显示一页'}
        </button>
      )}
    </Card>
  );
}

function wordsOf({ text, answers }: VoiceRow, { questions }: HearingView): string {
  if (text) return text;
  const parts = (answers ?? []).map((answer) => {
    const chosen = (answer.options ?? []).map((at) => questions[answer.question]?.options?.[at]).filter(Boolean);
    return `${answer.question + 1}. ${[...chosen, answer.text].filter(Boolean).join('、')}`;
  });
  return parts.join('；') || '空白答卷';
}
