import { type HearingKind, hearingKinds, type HearingView, type SiteRow } from '@karez/contracts-portal';
import { Card, FilterChips, PageHeader, SchemaForm, type FieldSpec } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { api } from '../../app/api.js';
import { drafts } from '../../app/drafts.js';
import { usePageTitle } from '../../app/page-title.js';
import { useAct } from '../../app/use-act.js';
import { wordsIn } from '../../app/ask-dialog.js';
import { portalKey, sitesQuery } from '../portal-queries.js';
import { hearingKindWord } from './hearing-words.js';
import { QuestionsField, type QuestionDraft, questionsOf } from './questions-field.js';
import '../portal.css';

const Moment = ({ value, onChange, id }: { value?: string; onChange?: (value: string) => void; id?: string }) => (
  <Input type="datetime-local" id={id} value={value} onChange={(event) => onChange?.(event.target.value)} />
);
/** Beijing time, as a field of date and time holds it. */
const asMoment = (iso: string): string => new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 16);

/** 新建、修改: as long as it has not begun everything may be changed. */
export function HearingForm({ view, onDone }: { view?: HearingView; onDone?: () => void }) {
  usePageTitle(view ? '修改征集、调查' : '新建征集、调查');
  const navigate = useNavigate();
  const { data: sites } = useQuery(sitesQuery);
  const [kind, setKind] = useState<HearingKind>(view?.kind ?? 'consultation');
  const key = `portal.hearing.${view?.id ?? `new.${kind}`}`;
  const save = useAct(
    (values: Record<string, unknown>) => {
      const texts = {
        ...{ title: wordsIn(values, 'title') ?? '', text: wordsIn(values, 'text') ?? '' },
        closesAt: new Date(`${wordsIn(values, 'closesAt') ?? ''}:00+08:00`).toISOString(),
        ...(kind === 'survey' && { questions: questionsOf((values['questions'] ?? []) as QuestionDraft[]) }),
      };
      return view
        ? api.portal.updateHearing({ ...texts, hearingId: view.id, version: view.version })
        : api.portal.createHearing({ ...texts, kind, siteId: wordsIn(values, 'siteId') ?? '' });
    },
    {
      changes: [portalKey],
      said: () => (view ? '已保存。' : '草稿已存，核对后开始。'),
      onDone: ({ id }) => {
        drafts.drop(key);
        if (onDone) onDone();
        else void navigate(`/portal/hearings/${id}`, { replace: true });
      },
    },
  );
  const fields = fieldsOf(kind, view ? undefined : sites?.items);
  return (
    <>
      <PageHeader crumb={<Link to="/portal/hearings">征集调查</Link>} title={view ? `修改《${view.title}》` : '新建征集、调查'} />
      <div className="kz-page portal-narrow">
        <Card>
          {!view && (
            <div className="portal-before">
              <FilterChips
                label="类别"
                value={kind}
                onChange={setKind}
                chips={hearingKinds.map((value) => ({ value, label: hearingKindWord[value] }))}
              />
            </div>
          )}
          <SchemaForm
            key={`${kind}${sites ? '' : '…'}`}
            label="征集、调查"
            fields={fields}
            initial={initialOf(view, sites?.items)}
            submit={view ? '保存' : '存为草稿'}
            busy={save.busy}
            refusal={save.refusal}
            draft={{ key, store: drafts }}
            onSubmit={save.run}
            onCancel={() => (onDone ? onDone() : void navigate('/portal/hearings'))}
          />
        </Card>
      </div>
    </>
  );
}

/** @param sites to choose from, for one that is new */
const fieldsOf = (kind: HearingKind, sites: readonly SiteRow[] | undefined): readonly FieldSpec[] => [
  ...(sites
    ? [
        {
          ...({ kind: 'select', name: 'siteId', label: '站点', required: true } as const),
          options: sites.filter(({ state }) => state === 'open').map(({ id, name }) => ({ value: id, label: name })),
        },
      ]
    : []),
  { kind: 'text', name: 'title', label: '题目', required: true, max: 120 },
  { kind: 'long', name: 'text', label: '说明', help: '一段一行', required: true, max: 20_000 },
  { kind: 'own', name: 'closesAt', label: '截止时间', help: '北京时间', required: true, control: <Moment /> },
  ...(kind === 'survey' ? [{ kind: 'own', name: 'questions', label: '问卷', control: <QuestionsField /> } as const] : []),
];
const initialOf = (view: HearingView | undefined, sites: readonly SiteRow[] | undefined): Record<string, unknown> =>
  view
    ? { title: view.title, text: view.text, closesAt: asMoment(view.closesAt), questions: view.questions }
    : { siteId: sites?.find(({ parentId }) => !parentId)?.id };
