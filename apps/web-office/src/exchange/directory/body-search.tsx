import type { BodyRow, ListBodies } from '@karez/contracts-exchange';
import { ListRow, LoadingRows, RowList } from '@karez/web-ui';
import { Link } from 'react-router';
import { api } from '../../app/api.js';
import { insteadOfRows } from '../../app/instead.js';
import { useKeyset } from '../../app/keyset.js';
import { shortDate } from '../../app/time.js';
import { bodyKindWord } from './body-kind.js';

export function BodySearch({ words, selected }: { words: string; selected: string | undefined }) {
  const list = useKeyset<ListBodies, BodyRow>(
    ['exchange', 'directory', 'search'],
    (page, options) => api.exchange.listBodies(page, options),
    { q: words },
  );
  if (list.state === 'loading') return <LoadingRows label="收文单位" rows={4} />;
  if (list.rows.length === 0)
    return insteadOfRows({
      label: '收文单位',
      list,
      empty: { title: `没有符合「${words}」的单位`, words: '可以用名称、简称或区划代码查找。内设处室不直接收文，请找它所在的单位。' },
    });
  return (
    <>
      {list.state !== 'ready' && insteadOfRows({ label: '收文单位', list, empty: { title: '' } })}
      <RowList label="收文单位">
        {list.rows.map((body) => (
          <ListRow
            key={body.id}
            title={body.name}
            href={`/exchange/directory/${body.id}`}
            link={Link}
            selected={body.id === selected}
            meta={[
              bodyKindWord(body.kind),
              ...(body.divisionCode ? [body.divisionCode] : []),
              ...(body.abolishedOn ? [`${shortDate(body.abolishedOn)} 撤销`] : []),
            ]}
          />
        ))}
      </RowList>
      {list.onMore && (
        <div className="kz-table-foot">
          <span>已显示 {list.rows.length} 家，还有更多</span>
          <button type="button" className="kz-textact" onClick={list.onMore} disabled={list.loadingMore}>
            再显示一页
          </button>
        </div>
      )}
    </>
  );
}
