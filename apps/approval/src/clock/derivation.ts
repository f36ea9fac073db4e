import { exclusionNames, limitNames } from '@karez/contracts-approval';
import { chinaDay, type DerivationSegment } from '@karez/kernel';
import type { Due, Stretch } from './due.js';
import type { Limit } from './limit.js';

/** For whom the lines are: staff read the legal basis, the applicant plain words. */
export type Reader = 'staff' | 'applicant';

/** How a due date came about, line by line. */
export function derivationLines(limit: Limit, due: Due, reader: Reader): string[] {
  const basis = reader === 'staff' ? `（${limit.basis}）` : '';
  const lines = [`${limitNames[limit.kind]} ${limit.days} 个工作日，自 ${chinaDay(limit.startedAt)} 的次日起算${basis}`];
  if (limit.extension) {
    const { days, approver, reason, documentNumber } = limit.extension;
    const who = reader === 'staff' ? `，${approver}批准，理由：${reason}` : `，理由：${reason}`;
    lines.push(`延长 ${days} 个工作日${who}（${documentNumber}）`);
  }
  lines.push(...due.stretches.map((stretch) => stretchLine(stretch, reader)));
  lines.push(...(due.last?.derivation ?? []).filter(({ counted, reason }) => !counted && reason === 'day_off').map(holidayLine));
  if (due.at) lines.push(`届满日：${chinaDay(due.at)}${due.provisional ? '（暂定：所涉年度的放假安排尚未公布，可能变动）' : ''}`);
  else lines.push('现在停止计算，恢复计算后再确定届满日');
  return lines;
}

function stretchLine({ from, to, exclusion, workingDays }: Stretch, reader: Reader): string {
  const span = `${chinaDay(from)} 至 ${to ? chinaDay(to) : '今'}`;
  if (!exclusion) return `${span}：计入 ${workingDays} 个工作日`;
  const told = exclusion.documentNumber ? `，已书面告知（${exclusion.documentNumber}）` : '';
  const basis = reader === 'staff' ? `，${exclusion.basis}` : '';
  return `${span}：${exclusionNames[exclusion.kind]}，不计入${basis}${told}`;
}

const holidayLine = ({ from, to, note }: DerivationSegment): string => `${from === to ? from : `${from} 至 ${to}`}：${note}，不计入`;
