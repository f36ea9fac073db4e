import { SearchOutlined } from '@ant-design/icons';
import { exchangeWords, recipientRoles } from '@karez/contracts-exchange';
import { ProblemError } from '@karez/web-client';
import { LoadingRows } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Checkbox, Input, Segmented } from 'antd';
import { useDeferredValue, useState } from 'react';
import { ProblemState } from '../../../app/instead.js';
import { BodyBranch, type BranchProps } from './body-branch.js';
import { choose, drop, membersOf, roleIn } from './chosen.js';
import { bodiesQuery, groupsQuery } from './directory-queries.js';

/** Recipients from the directory: by tree, by search, by group. What is ticked goes into the role that is being filled. */
export function RecipientPicker(props: BranchProps) {
  const [by, setBy] = useState<'tree' | 'groups'>('groups');
  const [words, setWords] = useState('');
  const q = useDeferredValue(words.trim());
  return (
    <div className="pick">
      <div className="pick-from">
        <div className="pick-head">
          <Segmented
            aria-label="从哪里选"
            value={by}
            onChange={setBy}
            options={[
              { value: 'groups', label: '分组' },
              { value: 'tree', label: '通讯录' },
            ]}
          />
          <Input
            type="search"
            prefix={<SearchOutlined />}
            allowClear
            value={words}
            maxLength={60}
            placeholder="搜单位"
            aria-label="搜单位"
            onChange={({ target }) => setWords(target.value)}
          />
        </div>
        <div className="pick-scroll" role="group" aria-label={`选${exchangeWords.recipientRole[props.role]}单位`}>
          {q ? (
            <Bodies asked={{ q }} empty={`通讯录里没有「${q}」`} {...props} />
          ) : by === 'tree' ? (
            <Bodies asked={{ tops: true }} empty="通讯录还是空的" {...props} />
          ) : (
            <Groups {...props} />
          )}
        </div>
      </div>
      <ChosenOnes {...props} />
    </div>
  );
}

function Bodies({ asked, empty, ...props }: BranchProps & { asked: { q?: string; tops?: boolean }; empty: string }) {
  const bodies = useQuery(bodiesQuery(asked));
  if (bodies.isPending) return <LoadingRows label="通讯录" rows={4} />;
  if (!bodies.data) return <Failed label="通讯录" query={bodies} />;
  if (bodies.data.items.length === 0) return <p className="kz-caption pick-empty">{empty}</p>;
  return <BodyBranch bodies={bodies.data.items} {...props} />;
}

function Groups({ role, chosen, onChosen }: BranchProps) {
  const groups = useQuery(groupsQuery);
  if (groups.isPending) return <LoadingRows label="分组" rows={4} />;
  if (!groups.data) return <Failed label="分组" query={groups} />;
  if (groups.data.items.length === 0) return <p className="kz-caption pick-empty">没有分组，请从通讯录里选。</p>;
  return (
    <ul className="pick-branch">
      {groups.data.items.map(({ id: group, name, members }) => {
        const id = `group:${group}`;
        const now = roleIn(chosen, id);
        return (
          <li key={id} className="pick-line">
            <Checkbox
              checked={now === role}
              disabled={members === 0}
              onChange={({ target }) => onChosen(target.checked ? choose(chosen, role, { id, name, members }) : drop(chosen, id))}
            >
              {name}
            </Checkbox>
            <span className="kz-caption pick-note">
              {now && now !== role ? `已在${exchangeWords.recipientRole[now]}` : `${members} 家`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

const Failed = ({ label, query }: { label: string; query: { error: Error | null; refetch: () => unknown } }) => (
  <ProblemState label={label} problem={query.error instanceof ProblemError ? query.error : null} again={() => void query.refetch()} />
);

/** Who is chosen, by role; each can be taken out. */
function ChosenOnes({ chosen, onChosen }: BranchProps) {
  const count = membersOf(chosen);
  return (
    <div className="pick-chosen" role="group" aria-label="已选单位">
      <p className="pick-count" aria-live="polite">
        已选 <b>{count}</b> 家
      </p>
      {count === 0 && <p className="kz-caption">在左边勾选；同一家只发一份。</p>}
      {recipientRoles
        .filter((role) => chosen[role].length > 0)
        .map((role) => (
          <div key={role} className="pick-role">
            <span className="kz-caption">{exchangeWords.recipientRole[role]}</span>
            <ul>
              {chosen[role].map(({ id, name, members }) => (
                <li key={id} className="pick-chip">
                  {name}
                  {members !== undefined && <span className="kz-caption">{members} 家</span>}
                  <button type="button" aria-label={`移除：${name}`} onClick={() => onChosen(drop(chosen, id))}>
                    ×
                  </button>
                </li>
              ))}
            </ul>
          </div>
        ))}
    </div>
  );
}
