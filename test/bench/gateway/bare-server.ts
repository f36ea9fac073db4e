// The peer: Fastify and pg and nothing else, answering the same question from the same table. Its own process, as a service is.
import Fastify from 'fastify';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.BENCH_DATABASE_URL, max: 10 });
const sql = `select id, name, kind, name_en as "nameEn", division_code as "divisionCode", parent_id as "parentId"
  from org where abolished_on is null and kind <> 'office' order by position, id limit $1`;

const app = Fastify();
app.get<{ Querystring: { limit: string } }>('/directory', async ({ query }) => {
  const { rows } = await pool.query<Record<string, unknown>>(sql, [Number(query.limit)]);
  return { items: rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))) };
});
await pool.query('select 1');
console.log(await app.listen({ host: '127.0.0.1', port: 0 }));
