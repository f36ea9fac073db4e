import { useRef, type ElementType, type ReactNode } from 'react';
import { LoadingRows } from '../notice/loading-rows.js';
import { DataTableHead } from './data-table-head.js';
import { useRowKeys } from './row-keys.js';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Values of the list's closed set of sorts that order by this column. */
  readonly sort?: { readonly up: string; readonly down?: string };
  /** CSS width; the table takes what is left. */
  readonly width?: string;
  /** On the phone: first line of the card, part of one line without label, a labelled line, or left out. Default `line`. */
  readonly phone?: 'title' | 'meta' | 'line' | 'none';
  /** Holds the acts of the row: its title is for screen readers only. */
  readonly acts?: boolean;
}

export interface DataTableProps<Row> {
  /** What is listed: 人员, 角色. Said to screen readers and in the foot. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Opens the row; put on the cell of the `title` column as a real link. */
  rowHref?: (row: Row) => string;
  /** Link of the router; a plain `a` when absent. */
  link?: ElementType;
  /** loading: no rows yet. failed and refused replace the rows by `instead`; rows already there stay and `instead` stands above them. */
  state: 'loading' | 'ready' | 'failed' | 'refused';
  /** The empty, error or refusal block that belongs to the state. */
  instead?: ReactNode;
  sort?: string;
  onSort?: (sort: string) => void;
  /** Keyset pages: present while there is a next page. */
  onMore?: () => void;
  loadingMore?: boolean;
  /** One row below the row it belongs to: a refusal where the act was tried. */
  below?: (row: Row) => ReactNode;
}

/** A list that is seen whole needs no word about its end. */
const shortList = 12;

/**
 * A list of records read by keyset: a table on the desk, cards on the phone. No offset and no total, since neither is known.
 * ARIA roles are written out because the phone's layout takes the table display away.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, state, instead, onMore, loadingMore } = props;
  const area = useRef<HTMLDivElement>(null);
  useRowKeys(area);
  if (state === 'loading') return <LoadingRows label={label} rows={6} />;
  if (rows.length === 0) return <>{instead}</>;
  return (
    <div className="kz-table-area" ref={area}>
      {state !== 'ready' && instead}
      <table className="kz-table" role="table" aria-label={label}>
        <DataTableHead columns={columns} sort={props.sort} onSort={props.onSort} />
        <tbody role="rowgroup">
          {rows.map((row) => (
            <DataTableRow key={rowKey(row)} row={row} {...props} />
          ))}
        </tbody>
      </table>
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
    </div>
  );
}

function DataTableRow<Row>({ row, columns, rowHref, link: Link = 'a', below }: DataTableProps<Row> & { row: Row }) {
  const href = rowHref?.(row);
  const extra = below?.(row);
  return (
    <>
      <tr role="row" className={extra ? 'kz-open' : undefined}>
        {columns.map((column) => {
          const content = column.cell(row);
          const opens = href !== undefined && column.phone === 'title';
          return (
            <td
              key={column.key}
              role="cell"
              className={column.acts ? 'kz-cell-acts' : `kz-cell-${column.phone ?? 'line'}`}
              data-label={column.title}
            >
              {opens ? (
                <Link {...(Link === 'a' ? { href } : { to: href })} data-row-link>
                  {content}
                </Link>
              ) : (
                content
              )}
            </td>
          );
        })}
      </tr>
      {extra && (
        <tr role="row" className="kz-below">
          <td role="cell" colSpan={columns.length}>
            {extra}
          </td>
        </tr>
      )}
    </>
  );
}
