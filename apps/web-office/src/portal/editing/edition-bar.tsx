import type { EditionView, Language } from '@karez/contracts-portal';
import { type Act, ActionBar, MenuButton } from '@karez/web-ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../app/api.js';
import { AskButton } from '../../app/ask-button.js';
import { ProblemNote } from '../../app/problem-note.js';
import { useAct } from '../../app/use-act.js';
import { languageWord } from '../edition-words.js';
import { portalKey } from '../portal-queries.js';
import { PreviewDialog, PublishDialog, ReviewDialog, SubmitDialog } from './edition-dialogs.js';
import { WithdrawDialog } from './withdraw-dialog.js';

type Asked = 'submit' | 'pass' | 'return' | 'publish' | 'withdraw' | 'preview';
interface EditionBarProps {
  view: EditionView;
  /** Brings everything to the server before it is sent on. */
  settle?: () => Promise<boolean>;
}

/** What may be done with the edition now, as the service says it in `acts`. */
export function EditionBar({ view, settle }: EditionBarProps) {
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Asked>();
  const changed = { changes: [portalKey] };
  const of = { editionId: view.id };
  const recall = useAct(() => api.portal.recallEdition(of), { ...changed, said: () => '已撤回送审，可以修改了。' });
  const rework = useAct(() => api.portal.reworkEdition(of), { ...changed, said: () => '已转为草稿，改好后重新送审。' });
  const unschedule = useAct(() => api.portal.unscheduleEdition(of), { ...changed, said: () => '已取消定时发布。' });
  const discard = useAct(() => api.portal.discardEdition(of), {
    ...changed,
    said: () => `已删除草稿《${view.title}》。`,
    onDone: () => void navigate('/portal/articles', { replace: true }),
  });
  const revise = useAct((language: Language) => api.portal.createEdition({ articleId: view.articleId, language }), {
    ...changed,
    said: ({ number }, language) => (language === view.language ? `已起草第 ${number} 版。` : `已起草${languageWord[language]}译文。`),
    onDone: ({ id }) => void navigate(`/portal/articles/${id}`),
  });
  const may = (act: EditionView['acts'][number]) => view.acts.includes(act);
  const ask = (what: Asked) => () => void (settle ? settle().then((all) => all && setAsked(what)) : setAsked(what));
  const { primary, others } = actsShown(view, {
    ...{ submit: ask('submit'), pass: ask('pass'), back: ask('return'), publish: ask('publish'), withdraw: ask('withdraw') },
    ...{ recall, rework, unschedule, revise: { ...revise, run: () => revise.run(view.language) } },
  });
  const translations = may('new_edition') && view.language === 'zh-CN';
  return (
    <>
      {[recall, rework, unschedule, discard, revise].map(
        ({ refusal, dismiss }, at) => refusal && <ProblemNote key={at} problem={refusal} onDismiss={dismiss} />,
      )}
      <ActionBar
        primary={primary}
        others={others}
        aside={may('preview') ? [{ key: 'preview', label: '预览链接', asks: true, onAct: ask('preview') }] : []}
        more={
          <>
            {translations && (
              <MenuButton
                label="译文"
                className="portal-menu"
                choices={(['ug', 'en'] as const).map((language) => ({
                  ...{ key: language, label: `起草${languageWord[language]}译文`, onChoose: () => revise.run(language) },
                }))}
              >
                译文
              </MenuButton>
            )}
            {may('discard') && (
              <AskButton
                label="删除草稿"
                question="删除后不能恢复，记录里留有删除人。"
                busy={discard.busy}
                onYes={() => discard.run(undefined)}
              />
            )}
          </>
        }
      />
      {asked === 'submit' && <SubmitDialog view={view} onClose={() => setAsked(undefined)} />}
      {(asked === 'pass' || asked === 'return') && <ReviewDialog view={view} decision={asked} onClose={() => setAsked(undefined)} />}
      {asked === 'publish' && <PublishDialog view={view} onClose={() => setAsked(undefined)} />}
      {asked === 'withdraw' && <WithdrawDialog view={view} onClose={() => setAsked(undefined)} />}
      {asked === 'preview' && <PreviewDialog view={view} onClose={() => setAsked(undefined)} />}
    </>
  );
}

interface Simple {
  readonly run: (nothing: undefined) => void;
  readonly busy: boolean;
}
type Asking = Readonly<Record<'submit' | 'pass' | 'back' | 'publish' | 'withdraw', () => void>>;
type Doing = Readonly<Record<'recall' | 'rework' | 'unschedule' | 'revise', Simple>>;

/** The first of the acts that lead on is the solid button; the ones that lead back stand beside it. */
function actsShown({ acts, openHits, nextStep, chain }: EditionView, to: Asking & Doing): { primary: Act | undefined; others: Act[] } {
  const asks = (key: string, label: string, onAct: () => void): Act => ({ key, label, onAct, asks: true });
  const does = (key: string, label: string, { run, busy }: Simple): Act => ({ key, label, busy, onAct: () => run(undefined) });
  const open = openHits > 0 ? `${openHits} 处检查出的文字没有处理` : undefined;
  const forward = {
    submit: asks('submit', '送审', to.submit),
    // the last step is refused while findings are open, the steps before it are not
    review: { ...asks('pass', '通过', to.pass), refusedBecause: nextStep === chain.length - 1 ? open : undefined },
    publish: { ...asks('publish', '发布', to.publish), refusedBecause: open },
    new_edition: does('new', '修订', to.revise),
  };
  const backward = {
    review: asks('return', '退回', to.back),
    recall: does('recall', '撤回送审', to.recall),
    rework: does('rework', '退回修改', to.rework),
    unschedule: does('unschedule', '取消定时', to.unschedule),
    withdraw: asks('withdraw', '撤下', to.withdraw),
  };
  const first = (Object.keys(forward) as (keyof typeof forward)[]).find((act) => acts.includes(act));
  return {
    primary: first && forward[first],
    others: (Object.keys(backward) as (keyof typeof backward)[]).filter((act) => acts.includes(act)).map((act) => backward[act]),
  };
}
