import type { ArticleHappening, ArticleView, EditionBrief, EditionView } from '@karez/contracts-portal';
import { LoadingRows, StateDot } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { api } from '../../app/api.js';
import { AskButton } from '../../app/ask-button.js';
import { shortTime } from '../../app/time.js';
import { ProblemNote } from '../../app/problem-note.js';
import { useAct } from '../../app/use-act.js';
import { editionLook, languageWord, withdrawalWord } from '../edition-words.js';
import { articleQuery, portalKey } from '../portal-queries.js';
import { DifferenceDialog } from './difference-dialog.js';

/** 版本: every edition of the article; two are compared, an old one comes back as a new draft. */
export function VersionsPart({ view }: { view: EditionView }) {
  const article = useQuery(articleQuery(view.articleId));
  const navigate = useNavigate();
  const [compared, setCompared] = useState<EditionBrief>();
  const back = useAct(
    (from: EditionBrief) => api.portal.createEdition({ articleId: view.articleId, language: from.language, from: from.id }),
    {
      changes: [portalKey],
      said: ({ number }, { number: old }) => `已用第 ${old} 版的内容起草第 ${number} 版，审核发布后替换现在的内容。`,
      onDone: ({ id }) => void navigate(`/portal/articles/${id}`),
    },
  );
  if (!article.data) return <LoadingRows label="版本" />;
  const working = article.data.editions.some(
    ({ state, language }) => language === view.language && ['draft', 'in_review', 'approved', 'scheduled'].includes(state),
  );
  return (
    <>
      <ul className="portal-versions" aria-label="版本">
        {article.data.editions.map((edition) => (
          <li key={edition.id} aria-current={edition.id === view.id || undefined}>
            <div>
              <Link to={`/portal/articles/${edition.id}`}>
                {edition.language !== 'zh-CN' && `${languageWord[edition.language]} `}第 {edition.number} 版
              </Link>
              <StateDot look={editionLook[edition.state]} />
            </div>
            <p className="kz-caption">
              {edition.savedByName} {shortTime(edition.publishedAt ?? edition.savedAt)}
              {edition.changeNote && `，${edition.changeNote}`}
            </p>
            {edition.id !== view.id && edition.language === view.language && (
              <div className="portal-version-acts">
                <button type="button" className="kz-textact" onClick={() => setCompared(edition)}>
                  与本版对比
                </button>
                {!working && view.acts.includes('new_edition') && edition.state === 'superseded' && (
                  <AskButton
                    small
                    label="回退到此版"
                    of={`第 ${edition.number} 版`}
                    question="用这一版的内容起草新版本；审核、发布之后读者才会看到。"
                    busy={back.busy}
                    onYes={() => back.run(edition)}
                  />
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
      <ProblemNote problem={back.refusal} onDismiss={back.dismiss} />
      {compared && <DifferenceDialog from={compared} to={view} onClose={() => setCompared(undefined)} />}
    </>
  );
}

const whatWord: Readonly<Record<string, string>> = {
  ...{ written: '起草', saved: '保存', submitted: '送审', passed: '通过', returned: '退回', recalled: '撤回送审', reworked: '退回修改' },
  ...{
    hit_kept: '保留检查出的文字',
    scheduled: '定时发布',
    unscheduled: '取消定时',
    published: '发布',
    withdrawn: '撤下',
    discarded: '删除草稿',
  },
};

/** 记录: who did what when; savings in a row by one person are one line. */
export function LogPart({ view }: { view: EditionView }) {
  const article = useQuery(articleQuery(view.articleId));
  if (!article.data) return <LoadingRows label="记录" />;
  return (
    <ol className="portal-log" aria-label="记录">
      {folded(article.data.log).map(({ line, times }, at) => (
        <li key={at}>
          <span>
            {whatWord[line.what] ?? line.what}
            {times > 1 && ` ${times} 次`}
            {detailOf(line)}
          </span>
          <span className="kz-caption">
            {line.byName} {shortTime(line.at)}
          </span>
        </li>
      ))}
    </ol>
  );
}

function detailOf({ details }: ArticleHappening): string {
  const { step, opinion, kind, reason, publishAt } = details;
  const withdrawn = typeof kind === 'string' && kind in withdrawalWord && withdrawalWord[kind as keyof typeof withdrawalWord].label;
  const parts = [step, withdrawn, typeof publishAt === 'string' && `定于 ${shortTime(publishAt)}`, opinion ?? reason].filter(Boolean);
  return parts.length > 0 ? `：${parts.join('，')}` : '';
}

function folded(log: ArticleView['log']): { line: ArticleHappening; times: number }[] {
  const lines: { line: ArticleHappening; times: number }[] = [];
  for (const line of log) {
    const last = lines.at(-1);
    if (last && line.what === 'saved' && last.line.what === 'saved' && last.line.byName === line.byName) last.times += 1;
    else lines.push({ line, times: 1 });
  }
  return lines;
}
