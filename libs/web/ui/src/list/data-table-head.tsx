import type { Column } from './data-table.js';

interface HeadProps<Row> {
  columns: readonly Column<Row>[];
  sort?: string;
  onSort?: (sort: string) => void;
}

/** Column heads; those with a sort are buttons and say their order. On the phone a select takes their place. */
export function DataTableHead<Row>({ columns, sort, onSort }: HeadProps<Row>) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {columns.map((column) => (
          <th key={column.key} role="columnheader" scope="col" style={{ width: column.width }} aria-sort={orderOf(column, sort)}>
            {column.sort && onSort ? (
              <button type="button" className="kz-sort" onClick={() => onSort(nextSort(column.sort!, sort))}>
                {column.title}
                <SortMark order={orderOf(column, sort)} />
              </button>
            ) : (
              <span className={column.acts ? 'kz-unseen' : undefined}>{column.title}</span>
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function orderOf<Row>(column: Column<Row>, sort: string | undefined): 'ascending' | 'descending' | 'none' | undefined {
  if (!column.sort) return undefined;
  if (sort === column.sort.up) return 'ascending';
  return sort !== undefined && sort === column.sort.down ? 'descending' : 'none';
}

const SortMark = ({ order }: { order: 'ascending' | 'descending' | 'none' | undefined }) => (
  <svg
    width="10"
    height="12"
    viewBox="0 0 10 12"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.4"
    strokeLinecap="round"
    aria-hidden="true"
  >
    {order === 'ascending' && <path d="M5 11V1.5M2 4.5l3-3 3 3" />}
    {order === 'descending' && <path d="M5 1v9.5M2 7.5l3 3 3-3" />}
  </svg>
);

/** Up first, then down where the list can, then up again. */
export const nextSort = (sort: { up: string; down?: string }, now: string | undefined): string =>
  now === sort.up ? (sort.down ?? sort.up) : sort.up;
