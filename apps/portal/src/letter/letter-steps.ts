import type { LetterProgressStep } from '@karez/contracts-portal';
import type { Tx } from '@karez/persistence';
import type { EntityManager } from 'typeorm';

const words = {
  received: '收到来信',
  routed: '转交承办',
  drafted: '拟写答复',
  returned: '退回重拟',
  answered: '审定并答复',
  published: '答复并公开',
  closed: '不予受理',
  rated: '写信人评价',
} as const;
export type LetterHappening = keyof typeof words;
/** What the writer is told: nothing of the work inside the office. */
const told: readonly LetterHappening[] = ['received', 'routed', 'answered', 'published', 'closed', 'rated'];

/** One line of a letter's log, in the transaction of what it tells. */
export async function noteStep(
  { manager, ctx }: Tx,
  letter: { readonly id: string; readonly orgId: string },
  what: LetterHappening,
): Promise<void> {
  const by = ctx.actor.realm === 'staff' ? ctx.actor.name : null;
  await manager.query('insert into letter_step (letter_id, what, at, org_id, by_name) values ($1, $2, $3, $4, $5)', [
    ...[letter.id, what, ctx.now, letter.orgId, by],
  ]);
}

interface Row {
  readonly what: LetterHappening;
  readonly at: Date;
  readonly unit: string | null;
  readonly byName: string | null;
}
export async function stepsOf(manager: EntityManager, letterId: string, reader: 'staff' | 'writer'): Promise<LetterProgressStep[]> {
  const rows = await manager.query<Row[]>(
    `select step.what, step.at, org.name as unit, step.by_name as "byName" from letter_step step left join org_copy org on org.id = step.org_id
     where step.letter_id = $1 order by step.id limit 500`,
    [letterId],
  );
  return rows
    .filter(({ what }) => reader === 'staff' || told.includes(what))
    .map(({ what, at, unit, byName }) => {
      const done = reader === 'staff' && byName ? `${words[what]}（${byName}）` : words[what];
      return { what: done, at: at.toISOString(), ...(unit && { unit }) };
    });
}
