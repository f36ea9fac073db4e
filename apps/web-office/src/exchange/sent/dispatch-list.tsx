import type { DispatchRow } from '@karez/contracts-exchange';
import { LoadingRows, RowList, type Act } from '@karez/web-ui';
import type { ReactNode } from 'react';
import { insteadOfRows } from '../../app/instead.js';
import type { KeysetList } from '../../app/keyset.js';
import { DispatchLine } from './dispatch-line.js';

interface DispatchListProps {
  list: KeysetList<DispatchRow>;
  empty: { readonly title: string; readonly words?: ReactNode; readonly act?: Act; readonly other?: Act };
}
/** A list that is seen whole needs no word about its end. */
const shortList = 12;

export function DispatchList({ list, empty }: DispatchListProps) {
  const { rows, state, onMore, loadingMore } = list;
  if (state === 'loading') return <LoadingRows label="发件" rows={6} />;
  return (
    <>
      {(rows.length === 0 || state !== 'ready') && insteadOfRows({ label: '发件', list, empty })}
      {rows.length > 0 && (
        <RowList label="发件">
          {rows.map((row) => (
            <DispatchLine key={row.id} row={row} />
          ))}
        </RowList>
      )}
      {(onMore || rows.length > shortList) && (
        <div className="kz-table-foot" aria-live="polite">
          <span>
            已显示 {rows.length} 条{onMore ? '，还有更多' : '，已到末尾'}
          </span>
          {onMore && (
            <button type="button" className="kz-textact" onClick={onMore} disabled={loadingMore}>
              {loadingMore ? '正在取下一页' : '再显示一页'}
            </button>
          )}
        </div>
      )}
    </>
  );
}
