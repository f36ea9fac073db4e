import { type EditionView, type WithdrawalKind, withdrawalKinds } from '@karez/contracts-portal';
import { SchemaForm, type FieldSpec } from '@karez/web-ui';
import { Select } from 'antd';
import { useState } from 'react';
import { api } from '../../app/api.js';
import { drafts } from '../../app/drafts.js';
import { useAct } from '../../app/use-act.js';
import { OfficeModal } from '../../exchange/delivery/office-modal.js';
import { withdrawalWord } from '../edition-words.js';
import { portalKey, useArticles } from '../portal-queries.js';

/** What each kind asks for beside the reason. */
const asked: Readonly<Record<WithdrawalKind, readonly FieldSpec[]>> = {
  notice: [{ kind: 'long', name: 'notice', label: '说明', help: '读者会看到', required: true, max: 300 }],
  gone: [{ kind: 'long', name: 'notice', label: '说明', help: '读者会看到', required: true, max: 300 }],
  vanish: [],
  redirect: [
    {
      ...{ kind: 'text', name: 'redirectTo', label: '跳转到', required: true, max: 300, placeholder: '/本站路径 或 https://…' },
      pattern: [/^(\/(?!\/)|https:\/\/)\S+$/, '填本平台内以 / 开头的路径，或 https 网址'],
    },
  ],
  substitute: [],
};

/** 撤下 in five ways. What each does to readers is said before it is done; none of them reaches into copies that others keep. */
export function WithdrawDialog({ view, onClose }: { view: EditionView; onClose: () => void }) {
  const [kind, setKind] = useState<WithdrawalKind>('notice');
  const key = `portal.withdraw.${view.id}`;
  const withdraw = useAct(
    (values: Record<string, unknown>) => api.portal.withdrawEdition({ editionId: view.id, kind, reason: '', ...textsIn(values) }),
    {
      changes: [portalKey],
      said: () => `已撤下《${view.title}》：${withdrawalWord[kind].label}。`,
      onDone: () => {
        drafts.drop(key);
        onClose();
      },
    },
  );
  const substitute: FieldSpec = {
    kind: 'own',
    name: 'substituteId',
    label: '替代文章',
    required: true,
    control: <ArticleChoice view={view} />,
  };
  return (
    <OfficeModal title={`撤下《${view.title}》`} onClose={onClose}>
      <fieldset className="portal-kinds">
        <legend>撤下方式</legend>
        {withdrawalKinds.map((each) => (
          <label key={each} className={each === kind ? 'portal-kind-chosen' : undefined}>
            <input type="radio" name="kind" value={each} checked={each === kind} onChange={() => setKind(each)} />
            <span>
              <b>{withdrawalWord[each].label}</b>
              <small>{withdrawalWord[each].says}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <SchemaForm
        key={kind}
        label="撤下"
        fields={[
          ...asked[kind],
          ...(kind === 'substitute' ? [substitute] : []),
          { kind: 'long', name: 'reason', label: '理由', help: '只留在本系统，读者看不到', required: true, max: 300 },
        ]}
        submit="撤下"
        busy={withdraw.busy}
        refusal={withdraw.refusal}
        draft={{ key, store: drafts }}
        onSubmit={withdraw.run}
        onCancel={onClose}
      />
    </OfficeModal>
  );
}

const textsIn = (values: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (typeof value === 'string' && value.trim() ? [[name, value.trim()]] : [])),
  );

interface ArticleChoiceProps {
  view: EditionView;
  value?: string;
  onChange?: (articleId: string) => void;
  id?: string;
}

/** A live article of the same site, found by words of its title. */
function ArticleChoice({ view, value, onChange, id }: ArticleChoiceProps) {
  const [q, setQ] = useState('');
  const found = useArticles({ siteId: view.siteId, state: 'live', language: view.language, ...(q && { q }) });
  return (
    <Select
      id={id}
      value={value}
      onChange={onChange}
      showSearch={{ filterOption: false, onSearch: setQ }}
      placeholder="标题里的字"
      notFoundContent="没有符合的已发布文章"
      options={found.rows
        .filter(({ articleId }) => articleId !== view.articleId)
        .map(({ articleId, title }) => ({ value: articleId, label: title }))}
    />
  );
}
