import { createOrgCopy } from '@karez/persistence';
import { OrgCopy, type OrgTold } from '@karez/service';
import { testDatabase, type TestDatabase } from '@karez/testing';
import { DataSource, type EntityManager } from 'typeorm';

let database: TestDatabase;
let source: DataSource;
beforeAll(async () => {
  database = await testDatabase('org-copy');
  source = await new DataSource({ type: 'postgres', url: database.url }).initialize();
  await createOrgCopy(source);
}, 30_000);
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const copy = new OrgCopy();
const tell = (manager: EntityManager, data: OrgTold): Promise<void> => copy.keep({ data } as Parameters<OrgCopy['keep']>[0], { manager });
const idOf = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const plain = { name: '机构', kind: 'office', divisionCode: null, abolishedOn: null };

/** In a transaction that leaves nothing behind. */
async function passing(work: (manager: EntityManager) => Promise<void>): Promise<void> {
  const runner = source.createQueryRunner();
  await runner.startTransaction();
  try {
    await work(runner.manager);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

/** A small generator of its own, so that a failing run can be repeated by its seed. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

interface Place {
  readonly parent: number | null;
  readonly basins: readonly number[];
}
/** What the closure is to be, worked out from nothing: up the line, and for a basin up the line first and along basins after. */
function naive(places: ReadonlyMap<number, Place>): string[] {
  const found = new Set<string>();
  const climb = (relation: 'line' | 'basin', from: number, at: number, onLine: boolean): void => {
    found.add(`${relation} ${idOf(at)} ${idOf(from)}`);
    const { parent = null, basins = [] } = places.get(at) ?? {};
    if (onLine && parent !== null) climb(relation, from, parent, true);
    if (relation === 'basin') for (const basin of basins) climb(relation, from, basin, false);
  };
  for (const body of places.keys()) for (const relation of ['line', 'basin'] as const) climb(relation, body, body, true);
  return [...found].sort();
}
const stored = async (manager: EntityManager): Promise<string[]> =>
  (await manager.query<{ entry: string }[]>(`select relation || ' ' || ancestor_id || ' ' || descendant_id as entry from org_closure`))
    .map(({ entry }) => entry)
    .sort();

it.each([1, 2, 3, 4, 5, 6])('keeps lines and basins whatever is told in whatever order, a child before its parent too (seed %i)', (seed) =>
  passing(async (manager) => {
    const random = randomFrom(seed);
    const places = new Map<number, Place>();
    for (let step = 0; step < 60; step++) {
      const body = random(14);
      // what stands above has a smaller number, so that no circle can arise; identity refuses circles
      const above = (): number => random(body);
      const place: Place = {
        parent: body > 0 && random(4) > 0 ? above() : null,
        basins: body > 0 && random(3) === 0 ? [...new Set([above(), above()])] : [],
      };
      places.set(body, place);
      const parentId = place.parent === null ? null : idOf(place.parent);
      await tell(manager, { ...plain, orgId: idOf(body), parentId, basinIds: place.basins.map(idOf) });
      expect(await stored(manager)).toEqual(naive(places));
    }
  }),
);

const bureau: OrgTold = {
  ...{ orgId: idOf(3), name: '策勒县水利局', kind: 'county_bureau', divisionCode: '653225', parentId: idOf(1), abolishedOn: null },
  ...{ shortName: '策勒水利局', basinIds: [idOf(2)], successorId: null },
};
const rowOf = async (manager: EntityManager, id: string): Promise<object | undefined> =>
  (await manager.query<object[]>('select *, abolished_on::text from org_copy where id = $1', [id]))[0];
const bureauRow = {
  ...{ id: idOf(3), parent_id: idOf(1), name: '策勒县水利局', short_name: '策勒水利局', kind: 'county_bureau' },
  ...{ division_code: '653225', abolished_on: null, successor_id: null, basin_ids: [idOf(2)] },
};

it('says of a body what identity said last', () =>
  passing(async (manager) => {
    await tell(manager, bureau);
    expect(await rowOf(manager, idOf(3))).toEqual(bureauRow);
    await tell(manager, { ...bureau, shortName: null, abolishedOn: '2026-12-01', successorId: idOf(4), basinIds: [] });
    const merged = { abolished_on: '2026-12-01', successor_id: idOf(4), short_name: null, basin_ids: [] };
    expect(await rowOf(manager, idOf(3))).toEqual({ ...bureauRow, ...merged });
  }));

it('keeps what it knows when an identity of before tells less', () =>
  passing(async (manager) => {
    await tell(manager, bureau);
    const { shortName: _shortName, basinIds: _basinIds, successorId: _successorId, ...less } = bureau;
    await tell(manager, { ...less, name: '策勒县水务局' });
    expect(await rowOf(manager, idOf(3))).toEqual({ ...bureauRow, name: '策勒县水务局' });
    expect(await stored(manager)).toContain(`basin ${idOf(2)} ${idOf(3)}`);
  }));

it('adds what an older table lacks and keeps its rows', () =>
  passing(async (manager) => {
    await manager.query('drop table org_copy; create table org_copy (id uuid primary key, parent_id uuid)');
    await manager.query('insert into org_copy values ($1, $2)', [idOf(3), idOf(1)]);
    await createOrgCopy(manager);
    expect(await rowOf(manager, idOf(3))).toMatchObject({ parent_id: idOf(1), name: '', basin_ids: [] });
    await tell(manager, bureau);
    expect(await rowOf(manager, idOf(3))).toEqual(bureauRow);
  }));
