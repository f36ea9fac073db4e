import { type InspectionLine, type InspectionRule, type Lamp, silenceByType } from '@karez/contracts-portal';
import type { ColumnFact, DatedFact, SiteFacts } from './facts.js';

const dayMs = 86_400_000;
/** 首页超过两周未更新. */
const homeSilence = 14;
/** 动态、要闻、通知公告、政策文件类栏目不更新 5 个以上; 其他栏目 10 个以上; 空白栏目 5 个以上. */
export const limits = { timed: 5, other: 10, empty: 5 } as const;
/** From how many days before it bites a rule warns: a fifth of what it allows, and no less than three. */
const warnsFrom = (days: number): number => Math.max(3, Math.floor(days / 5));
const letterWarns = 30;
const disclosureWarns = 7;
const countWarns = 7;
/** Columns that show what people do here, not articles. */
const withoutArticles: readonly ColumnFact['type'][] = ['service', 'interaction'];

/** Whole days until then, negative from then on. */
export const daysUntil = (then: Date, now: Date): number => Math.floor((then.getTime() - now.getTime()) / dayMs);
const bitesAt = (last: Date, days: number): Date => new Date(last.getTime() + days * dayMs);
const lampOf = (daysLeft: number, warns: number): Lamp => (daysLeft < 0 ? 'red' : daysLeft <= warns ? 'amber' : 'green');

/**
 * 国办秘函〔2019〕19号 as far as this service sees it: every rule with the days left before it bites, were nothing done from now on. The worst
 * comes first.
 */
export function inspect(facts: SiteFacts): InspectionLine[] {
  const lines = [
    homeSilent(facts),
    ...columnsSilent(facts),
    ...columnSilent(facts),
    ...letters(facts),
    ...empty(facts),
    ...disclosures(facts),
  ];
  return lines.sort((one, other) => severity[one.lamp] - severity[other.lamp] || daysOf(one) - daysOf(other));
}
const severity: Readonly<Record<Lamp, number>> = { red: 0, amber: 1, green: 2 };
const daysOf = ({ daysLeft }: InspectionLine): number => daysLeft ?? Number.MAX_SAFE_INTEGER;

function homeSilent({ last, at }: SiteFacts): InspectionLine {
  const rule = 'home_silent';
  if (!last) return { rule, lamp: 'red' };
  const daysLeft = daysUntil(bitesAt(last, homeSilence), at);
  return { rule, lamp: lampOf(daysLeft, warnsFrom(homeSilence)), daysLeft, since: last.toISOString() };
}

/** A column that was never written in is empty, not silent. */
function columnSilent({ columns, at }: SiteFacts): InspectionLine[] {
  return columns.flatMap(({ id, name, orgName, longestSilence, last }): InspectionLine[] => {
    if (!longestSilence || !last) return [];
    const daysLeft = daysUntil(bitesAt(last, longestSilence), at);
    const lamp = lampOf(daysLeft, warnsFrom(longestSilence));
    return [{ rule: 'column_silent', lamp, subject: name, subjectId: id, orgName, daysLeft, since: last.toISOString() }];
  });
}

/** How many are silent, and when the one falls silent that makes them too many. */
function columnsSilent({ columns, at }: SiteFacts): InspectionLine[] {
  const ends = (of: readonly ColumnFact[], days: (column: ColumnFact) => number | null): Date[] =>
    of.flatMap((column) => {
      const allowed = days(column);
      return allowed && column.last ? [bitesAt(column.last, allowed)] : [];
    });
  const timed = columns.filter(({ type }) => silenceByType[type] !== undefined);
  const others = columns.filter(({ type }) => silenceByType[type] === undefined);
  return [
    counted('动态、公告、政策类栏目', limits.timed, ends(timed, ({ type }) => silenceByType[type] ?? null), at), // prettier-ignore
    counted('其他栏目', limits.other, ends(others, ({ longestSilence }) => longestSilence), at), // prettier-ignore
  ];
}
function counted(subject: string, limit: number, ends: readonly Date[], at: Date): InspectionLine {
  const count = ends.filter((end) => daysUntil(end, at) < 0).length;
  const deciding = [...ends].sort((one, other) => one.getTime() - other.getTime())[limit - 1];
  const daysLeft = deciding && daysUntil(deciding, at);
  const lamp = daysLeft === undefined ? 'green' : lampOf(daysLeft, countWarns);
  return { rule: 'columns_silent', lamp, subject, count, limit, ...(daysLeft !== undefined && { daysLeft }) };
}

function letters({ letters: unanswered, at }: SiteFacts): InspectionLine[] {
  return dated('letter_unanswered', unanswered, letterWarns, at);
}
function disclosures({ disclosures: open, at }: SiteFacts): InspectionLine[] {
  return dated('disclosure_overdue', open, disclosureWarns, at);
}
/** A line for each that warns or has bitten, and one that counts what has. */
function dated(rule: InspectionRule, facts: readonly DatedFact[], warns: number, at: Date): InspectionLine[] {
  const lines = facts.map(({ id, name, orgName, since, bitesAt: then }): InspectionLine => {
    const daysLeft = daysUntil(then, at);
    return { rule, lamp: lampOf(daysLeft, warns), subject: name, subjectId: id, orgName, daysLeft, since: since.toISOString() };
  });
  const count = lines.filter(({ lamp }) => lamp === 'red').length;
  return [{ rule, lamp: count ? 'red' : 'green', count, limit: 1 }, ...lines.filter(({ lamp }) => lamp !== 'green')];
}

function empty({ columns }: SiteFacts): InspectionLine[] {
  const found = columns.filter(({ live, type }) => !live && !withoutArticles.includes(type));
  const count = found.length;
  const lamp = count >= limits.empty ? 'red' : count ? 'amber' : 'green';
  const each = found.map(({ id, name, orgName }): InspectionLine => ({
    rule: 'column_empty',
    lamp: 'amber',
    subject: name,
    subjectId: id,
    orgName,
  }));
  return [{ rule: 'column_empty', lamp, count, limit: limits.empty }, ...each];
}
