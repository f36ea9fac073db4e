import type { SupervisionBoard, SupervisionFigures } from '@karez/contracts-oa';
import { Card } from '@karez/web-ui';
import { sourceWord } from './supervision-words.js';

/** The figures by body and by source; a bulletin shows the same ones as they stood. */
export function BoardTables({ board }: { board: SupervisionBoard }) {
  return (
    <>
      <Figures title="按主办单位" head="单位" rows={board.bodies.map((body) => [body.orgName, body] as const)} />
      <Figures title="按来源" head="来源" rows={board.sources.map((each) => [sourceWord[each.source], each] as const)} />
    </>
  );
}

function Figures({ title, head, rows }: { title: string; head: string; rows: readonly (readonly [string, SupervisionFigures])[] }) {
  if (rows.length === 0) return null;
  return (
    <Card title={title} flush>
      <div className="sv-table">
        <table>
          <thead>
            <tr>
              {[head, '总数', '在办', '逾期', '临近', '按期销号', '超期销号', '评分'].map((each) => (
                <th key={each} scope="col">
                  {each}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, { total, open, red, yellow, closedInTime, closedLate, score }]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{total}</td>
                <td>{open}</td>
                <td className={red > 0 ? 'sv-late' : undefined}>{red}</td>
                <td>{yellow}</td>
                <td>{closedInTime}</td>
                <td>{closedLate}</td>
                <td>{score?.toFixed(1) ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
