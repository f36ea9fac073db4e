import { type CreateArticle, type Language, languages } from '@karez/contracts-portal';
import { Card, FilterChips, PageHeader, SchemaForm, type FieldSpec } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { api } from '../../app/api.js';
import { drafts } from '../../app/drafts.js';
import { usePageTitle } from '../../app/page-title.js';
import { useMe } from '../../app/person-self.js';
import { useAct } from '../../app/use-act.js';
import { languageWord } from '../edition-words.js';
import { columnsQuery, portalKey, sitesQuery } from '../portal-queries.js';
import '../portal.css';

const key = 'portal.article.new';

/** 写稿: where it goes and what it is called; the text is written on its own page, where it saves itself. */
export function NewArticlePage() {
  usePageTitle('写稿');
  const navigate = useNavigate();
  const { post } = useMe();
  const { data: sites } = useQuery(sitesQuery);
  const open = (sites?.items ?? []).filter(({ state }) => state === 'open');
  const [chosen, setChosen] = useState<string>();
  const siteId = chosen ?? (open.find(({ orgId }) => orgId === post?.orgId) ?? open.find(({ parentId }) => !parentId))?.id ?? '';
  const { data: columns } = useQuery(columnsQuery(siteId));
  const [language, setLanguage] = useState<Language>('zh-CN');
  const create = useAct((request: CreateArticle) => api.portal.createArticle(request), {
    changes: [portalKey],
    onDone: ({ id }) => {
      drafts.drop(key);
      void navigate(`/portal/articles/${id}`, { replace: true });
    },
  });
  const fields: readonly FieldSpec[] = [
    {
      ...{ kind: 'select', name: 'columnId', label: '栏目', required: true },
      options: (columns?.items ?? []).filter(({ state }) => state === 'open').map(({ id, name }) => ({ value: id, label: name })),
    },
    { kind: 'text', name: 'title', label: '标题', required: true, max: 120 },
    { kind: 'text', name: 'source', label: '来源', required: true, max: 60 },
    { kind: 'long', name: 'lead', label: '第一段', required: true, max: 5_000, help: '可以先写一句，之后在稿件页接着写' },
  ];
  return (
    <>
      <PageHeader crumb={<Link to="/portal/articles">稿件</Link>} title="写稿" />
      <div className="kz-page portal-narrow">
        <Card>
          <div className="portal-before">
            <label className="portal-label" htmlFor="portal-site">
              站点
            </label>
            <Select
              id="portal-site"
              value={siteId || undefined}
              options={open.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={setChosen}
            />
            <FilterChips
              label="语言"
              value={language}
              onChange={setLanguage}
              chips={languages.map((value) => ({ value, label: languageWord[value] }))}
            />
          </div>
          <SchemaForm
            key={siteId}
            label="写稿"
            fields={fields}
            initial={{ source: post?.orgName }}
            submit="开始写"
            busy={create.busy}
            refusal={create.refusal}
            draft={{ key, store: drafts }}
            onSubmit={(values) => create.run({ siteId, language, ...firstTexts(values) })}
            onCancel={() => void navigate('/portal/articles')}
          />
        </Card>
      </div>
    </>
  );
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const firstTexts = (values: Record<string, unknown>) => ({
  ...{ columnId: text(values['columnId']), title: text(values['title']), source: text(values['source']) },
  body: text(values['lead'])
    .split(/\n+/)
    .map((line) => `<p>${line.trim().replace(/[&<>]/g, (letter) => escapes[letter]!)}</p>`)
    .join(''),
});
