import { useQueryClient } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { api } from '../../app/api.js';
import { BodyChoice } from '../directory/body-choice.js';

export interface ServedBody {
  readonly id: string;
  readonly name: string;
}

/** A body and, when asked, everything below it that receives documents. */
async function branchOf(orgId: string, withBelow: boolean): Promise<ServedBody[]> {
  const { name } = await api.exchange.getBody({ orgId }, {});
  const found: ServedBody[] = [{ id: orgId, name }];
  const parents = withBelow ? [orgId] : [];
  for (let parentId = parents.shift(); parentId; parentId = parents.shift()) {
    for (let cursor: string | undefined, first = true; first || cursor; first = false) {
      const page = await api.exchange.listBodies({ parentId, limit: 200, ...(cursor && { after: cursor }) }, {});
      const able = page.items.filter(({ kind, abolishedOn }) => kind !== 'office' && !abolishedOn);
      found.push(...able.map((body) => ({ id: body.id, name: body.name })));
      parents.push(...able.filter(({ children }) => children > 0).map(({ id }) => id));
      cursor = page.next;
    }
  }
  return found;
}

interface BodiesFieldProps {
  id?: string;
  value?: readonly ServedBody[];
  onChange?: (bodies: readonly ServedBody[]) => void;
}

/** The bodies that the other node serves: usually a prefecture's bureau and all below it. */
export function BodiesField({ id, value = [], onChange }: BodiesFieldProps) {
  const queries = useQueryClient();
  const [below, setBelow] = useState(true);
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready');
  // a branch that comes late joins what was chosen meanwhile
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  }, [value]);
  // the search is empty after each choice: what was chosen stands below, and may be chosen again
  const [turn, setTurn] = useState(0);
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (turn > 0) field.current?.querySelector('input')?.focus();
  }, [turn]);
  const add = async (orgId: string | undefined) => {
    if (!orgId) return;
    setTurn((before) => before + 1);
    setState('busy');
    try {
      const branch = await queries.fetchQuery({
        queryKey: ['exchange', 'directory', 'branch', orgId, below],
        queryFn: () => branchOf(orgId, below),
        staleTime: 300_000,
      });
      const had = new Set(latest.current.map((body) => body.id));
      onChange?.([...latest.current, ...branch.filter((body) => !had.has(body.id))]);
      setState('ready');
    } catch {
      setState('failed');
    }
  };
  return (
    <div className="exchange-steps" ref={field}>
      <BodyChoice key={turn} id={id} placeholder="找单位，选中即加入" onChange={(orgId) => void add(orgId)} />
      <Checkbox checked={below} onChange={({ target }) => setBelow(target.checked)}>
        连同它的全部下级单位
      </Checkbox>
      <p className="kz-caption" role="status">
        {state === 'busy' ? '正在取下级单位' : state === 'failed' ? '没有取到下级单位，请再选一次。' : `已选 ${value.length} 家`}
      </p>
      {value.length > 0 && (
        <ul className="exchange-served" aria-label="已选单位">
          {value.map((body) => (
            <li key={body.id}>
              {body.name}
              <button
                type="button"
                className="kz-textact"
                aria-label={`移除：${body.name}`}
                onClick={() => onChange?.(value.filter((each) => each.id !== body.id))}
              >
                移除
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
