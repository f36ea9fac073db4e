import { type BodyRow, exchangeWords, type RecipientRole } from '@karez/contracts-exchange';
import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { shortDate } from '../../../app/time.js';
import { type Chosen, choose, drop, roleIn } from './chosen.js';
import { bodiesQuery } from './directory-queries.js';

export interface BranchProps {
  role: RecipientRole;
  chosen: Chosen;
  onChosen: (chosen: Chosen) => void;
}

/** Bodies of one level with their boxes; those below come when a body is opened. */
export const BodyBranch = ({ bodies, ...props }: BranchProps & { bodies: readonly BodyRow[] }) => (
  <ul className="pick-branch">
    {bodies.map((body) => (
      <BodyLine key={body.id} body={body} {...props} />
    ))}
  </ul>
);

function BodyLine({ body, ...props }: BranchProps & { body: BodyRow }) {
  const { role, chosen, onChosen } = props;
  const { id, name, children, abolishedOn, nodeName } = body;
  // an office inside of a body receives nothing: the body does
  const inside = body.kind === 'office';
  const [open, setOpen] = useState(false);
  const now = roleIn(chosen, id);
  return (
    <li>
      <div className="pick-line">
        {children > 0 ? (
          <button type="button" className="pick-toggle" aria-expanded={open} aria-label={`${name}的下级`} onClick={() => setOpen(!open)} />
        ) : (
          <span className="pick-toggle pick-leaf" />
        )}
        <Checkbox
          checked={now === role}
          disabled={Boolean(abolishedOn) || inside}
          onChange={({ target }) => onChosen(target.checked ? choose(chosen, role, { id, name }) : drop(chosen, id))}
        >
          {name}
        </Checkbox>
        <span className="kz-caption pick-note">
          {noteOf({ now: now === role ? undefined : now, abolishedOn, inside, nodeName, children })}
        </span>
      </div>
      {open && <Below parent={body} {...props} />}
    </li>
  );
}

interface Noted {
  now: RecipientRole | undefined;
  abolishedOn: string | undefined;
  inside: boolean;
  nodeName: string | undefined;
  children: number;
}
function noteOf({ now, abolishedOn, inside, nodeName, children }: Noted): string {
  if (abolishedOn) return `${shortDate(abolishedOn)} 撤销`;
  if (inside) return '内设机构，发给其单位';
  if (now) return `已在${exchangeWords.recipientRole[now]}`;
  return [children > 0 && `下级 ${children}`, nodeName].filter(Boolean).join('，');
}

function Below({ parent, ...props }: BranchProps & { parent: BodyRow }) {
  const below = useQuery(bodiesQuery({ parentId: parent.id }));
  const { role, chosen, onChosen } = props;
  if (below.isError)
    return (
      <p className="kz-caption pick-branch">
        没有取到下级单位。
        <button type="button" className="kz-textact" onClick={() => void below.refetch()}>
          再取一次
        </button>
      </p>
    );
  const bodies = below.data?.items ?? [];
  const able = bodies.filter(({ abolishedOn, kind }) => !abolishedOn && kind !== 'office');
  const all = able.length > 0 && able.every(({ id }) => roleIn(chosen, id) === role);
  const toggle = () => onChosen(able.reduce((now, { id, name }) => (all ? drop(now, id) : choose(now, role, { id, name })), chosen));
  return (
    <div className="pick-below">
      {able.length > 1 && (
        <button type="button" className="kz-textact pick-all" onClick={toggle}>
          {all ? '取消' : '全选'}
          {parent.shortName ?? parent.name}的下级 {able.length} 家
        </button>
      )}
      <BodyBranch bodies={bodies} {...props} />
      {below.data?.next && <p className="kz-caption">下级较多，只列出前 {bodies.length} 家，其余请搜索。</p>}
    </div>
  );
}
