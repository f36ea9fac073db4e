import { type DeliveryRow, type DispatchView, exchangeWords } from '@karez/contracts-exchange';
import { deliveryLook } from '@karez/web-ui';
import { groupTitle } from './body-kinds.js';
import { dueOf, type OfficeClock } from './due-words.js';
import { remarkOf } from './recipient-remark.js';

/** A spreadsheet runs what begins like this as a formula; a leading apostrophe makes it text (OWASP, CSV injection). */
const formula = /^[\s]*[=+\-@\t\r]/;

export function csvCell(value: string): string {
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
/** RFC 4180, with the byte order mark by which a spreadsheet knows UTF-8. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;

const heads = ['序号', '类别', '单位', '方式', '状态', '送达时间', '签收人', '办理时间', '时限', '催办次数', '回执编号', '理由', '说明'];

/** 发件台账: one line for each recipient, in the order of the directory. */
export const ledgerOf = ({ title, number, sentAt, sentByName, deliveries }: DispatchView, clock: OfficeClock): string =>
  csvOf([
    ['标题', title],
    ['发文字号', number],
    ['发出', `${stamp(sentAt)} ${sentByName}`],
    [],
    heads,
    ...deliveries.map((row, at) => lineOf(row, at, clock)),
  ]);

const lineOf = (row: DeliveryRow, at: number, clock: OfficeClock): string[] => [
  String(at + 1),
  groupTitle(row.recipientKind),
  row.recipientName,
  exchangeWords.recipientRole[row.role],
  deliveryLook[row.state].label,
  stamp(row.deliveredAt),
  row.decidedByName ?? '',
  stamp(row.decidedAt),
  dueOf(row, clock)?.words ?? '',
  String(row.urged),
  row.receiptNumber ?? '',
  row.reason ? exchangeWords.refusalReason[row.reason] : '',
  remarkOf(row, clock.now) ?? '',
];

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });
/** `2026-11-20 17:04`, in government time: a ledger is read next year too. */
const stamp = (iso: string | undefined): string => (iso ? clock.format(new Date(iso)) : '');
