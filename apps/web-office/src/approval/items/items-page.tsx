import type { ItemRow, ListItems } from '@karez/contracts-approval';
import { Card, LoadingRows, PageHeader, palette, StateDot } from '@karez/web-ui';
import { AskButton } from '../../app/ask-button.js';
import { insteadOfRows } from '../../app/instead.js';
import { useKeyset } from '../../app/keyset.js';
import { usePageTitle } from '../../app/page-title.js';
import { ProblemNote } from '../../app/problem-note.js';
import { useAct } from '../../app/use-act.js';
import { approval, approvalKey } from '../approval-queries.js';
import '../approval.css';

/** 办事事项: what the window takes, with its days; closed for a time and opened again. */
export function ItemsPage() {
  usePageTitle('办事事项');
  const list = useKeyset([...approvalKey, 'items'], (page: ListItems, options) => approval.listItems(page, options), { limit: 100 });
  const open = useAct(approval.openItem, {
    changes: [approvalKey],
    said: ({ name, open: isOpen }) => (isOpen ? `${name}恢复受理。` : `${name}暂停受理，网上同时写明。`),
  });
  return (
    <>
      <PageHeader title="办事事项" meta="网上公布的事项和指南" />
      <div className="kz-page">
        <ProblemNote problem={open.refusal} onDismiss={open.dismiss} />
        <Card flush>
          {list.state === 'loading' && <LoadingRows label="事项" rows={6} />}
          {list.state !== 'loading' &&
            list.rows.length === 0 &&
            insteadOfRows({ label: '事项', list, empty: { title: '还没有办事事项', words: '导入事项表后，指南即在网上公布。' } })}
          <ul className="ap-opinions" aria-label="事项">
            {list.rows.map((item) => (
              <ItemLine key={item.code} item={item} busy={open.busy} onOpen={(isOpen) => open.run({ code: item.code, open: isOpen })} />
            ))}
          </ul>
        </Card>
      </div>
    </>
  );
}

function ItemLine({ item, busy, onOpen }: { item: ItemRow; busy: boolean; onOpen: (open: boolean) => void }) {
  const { code, name, version, kind, promisedDays, statutoryDays, open } = item;
  return (
    <li>
      <div className="ap-material-head">
        <a href={`/services/${code}`}>{name}</a>
        <StateDot
          look={
            open ? { label: '受理中', glyph: 'full', color: palette.green } : { label: '暂停受理', glyph: 'barred', color: palette.slate }
          }
        />
        <span className="ap-end">
          <AskButton
            small
            busy={busy}
            label={open ? '暂停受理' : '恢复受理'}
            of={name}
            question={open ? '暂停后网上和窗口都不再受理新的申请，已受理的照常办理。' : '恢复后网上和窗口即可申请。'}
            onYes={() => onOpen(!open)}
          />
        </span>
      </div>
      <div className="kz-caption">
        {code} · 第 {version} 版 · {kind === 'immediate' ? '即办' : `承诺 ${promisedDays} 个工作日`} · 法定 {statutoryDays} 个工作日
      </div>
    </li>
  );
}
