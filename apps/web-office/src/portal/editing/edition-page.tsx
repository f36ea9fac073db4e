import type { EditionView, WordHit } from '@karez/contracts-portal';
import { ProblemError } from '@karez/web-client';
import { LoadingRows, Notice, PageHeader, StateDot } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useRef, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { ProblemPage } from '../../app/instead.js';
import { usePageTitle } from '../../app/page-title.js';
import { shortTime } from '../../app/time.js';
import { editionLook, languageWord, withdrawalWord } from '../edition-words.js';
import { editionQuery } from '../portal-queries.js';
import { ArticleEditor, type EditorHandle } from './article-editor.js';
import { ConflictDialog } from './conflict-dialog.js';
import { EditionBar } from './edition-bar.js';
import { EditionFacts } from './edition-facts.js';
import { EditionForm } from './edition-form.js';
import { savingWords } from './saving-words.js';
import { SideTabs } from './side-tabs.js';
import { useEdition } from './use-edition.js';
import '../portal.css';

/** One edition of an article: written as long as it is a draft of the caller's unit, read in every other state. */
export function EditionPage() {
  const { editionId = '' } = useParams();
  const edition = useQuery(editionQuery(editionId));
  if (edition.isPending) return <LoadingRows label="稿件" rows={6} />;
  if (!edition.data) {
    const problem = edition.error instanceof ProblemError ? edition.error : null;
    return <ProblemPage title="稿件" label="这篇稿件" problem={problem} again={() => void edition.refetch()} />;
  }
  return edition.data.acts.includes('edit') ? (
    <Writing key={editionId} view={edition.data} />
  ) : (
    <Reading key={editionId} view={edition.data} />
  );
}

function Writing({ view }: { view: EditionView }) {
  const hand = useEdition(view);
  const editor = useRef<EditorHandle>(null);
  const { values, saving, revision } = hand;
  const refusal = saving.kind === 'refused' ? saving.problem : undefined;
  const jump = (hit: WordHit): boolean => {
    if (hit.field === 'body') return editor.current?.jump(hit) ?? false;
    return findField(hit);
  };
  return (
    <Sheet
      view={view}
      title={values.title || '未写标题'}
      note={savingWords(saving, values)}
      bar={<EditionBar view={view} settle={hand.settle} />}
      onJump={jump}
      slip={
        <EditionForm
          key={revision}
          siteId={view.siteId}
          values={values}
          onChange={hand.change}
          problems={refusal?.errors}
          revises={view.number > 1}
        />
      }
      notices={
        <>
          {refusal && (
            <Notice tone="plum" live="alert" title="没有保存：">
              {refusal.detail}
            </Notice>
          )}
          {view.removed.length > 0 && (
            <Notice tone="sand" title="保存时去掉了网页不允许的内容：">
              {view.removed.join('、')}
            </Notice>
          )}
        </>
      }
    >
      <ArticleEditor
        label="正文"
        language={view.language}
        body={values.body ?? ''}
        revision={revision}
        editable
        hits={view.hits}
        handle={editor}
        onChange={(body) => hand.change({ body })}
      />
      {saving.kind === 'conflict' && <ConflictDialog hand={hand} by={saving.by} at={saving.at} />}
    </Sheet>
  );
}

function Reading({ view }: { view: EditionView }) {
  const editor = useRef<EditorHandle>(null);
  const { withdrawal } = view;
  return (
    <Sheet
      view={view}
      title={view.title}
      bar={view.acts.length > 0 && <EditionBar view={view} />}
      onJump={(hit) => (hit.field === 'body' ? (editor.current?.jump(hit) ?? false) : true)}
      slip={<EditionFacts view={view} />}
      notices={
        <>
          {withdrawal && (
            <Notice
              tone="plum"
              title={`${shortTime(withdrawal.at)} 由${withdrawal.byName}撤下（${withdrawalWord[withdrawal.kind].label}）：`}
            >
              {withdrawal.notice ?? withdrawal.redirectTo ?? withdrawal.reason}
            </Notice>
          )}
          {view.state === 'scheduled' && view.publishAt && (
            <Notice tone="water" glyph="half" title={`定于 ${shortTime(view.publishAt)} 发布。`}>
              {view.withdrawAt && `${shortTime(view.withdrawAt)} 到期撤下。`}
            </Notice>
          )}
        </>
      }
    >
      <article className="portal-read">
        <h2 dir="auto" lang={view.language}>
          {view.title}
        </h2>
        <ArticleEditor label="正文" language={view.language} body={view.body} editable={false} hits={view.hits} handle={editor} />
      </article>
    </Sheet>
  );
}

interface SheetProps {
  view: EditionView;
  title: string;
  note?: string;
  slip: ReactNode;
  notices: ReactNode;
  bar: ReactNode;
  onJump: (hit: WordHit) => boolean;
  children: ReactNode;
}

/** 稿签 at the left, the text in the middle, its history at the right, the acts below. */
function Sheet({ view, title, note, slip, notices, bar, onJump, children }: SheetProps) {
  usePageTitle(title);
  const { state, language, number, nextStep, chain } = view;
  const waits = nextStep === undefined ? undefined : chain[nextStep]?.name;
  return (
    <div className="office-detail portal-sheet">
      <PageHeader
        crumb={<Link to="/portal/articles">稿件</Link>}
        title={<span dir="auto">{title}</span>}
        meta={
          <span className="portal-head">
            <StateDot look={waits ? { ...editionLook[state], label: `待${waits}` } : editionLook[state]} />
            <span>{view.columnName}</span>
            <span>第 {number} 版</span>
            {language !== 'zh-CN' && <span>{languageWord[language]}</span>}
            {note && (
              <span role="status" className="kz-secondary">
                {note}
              </span>
            )}
          </span>
        }
      />
      <div className="portal-notices">{notices}</div>
      <div className="portal-columns">
        <section className="portal-left" aria-label="稿签">
          {slip}
        </section>
        <section className="portal-middle" aria-label="正文">
          {children}
        </section>
        <SideTabs view={view} onJump={onJump} />
      </div>
      {bar}
    </div>
  );
}

/** The field of the slip that a finding speaks of, with the words selected. */
function findField({ field, found }: WordHit): boolean {
  const control = document.getElementById(field);
  if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)) return false;
  const at = control.value.indexOf(found);
  control.scrollIntoView({ block: 'center' });
  control.focus({ preventScroll: true });
  if (at >= 0) control.setSelectionRange(at, at + found.length);
  return at >= 0;
}
