import { type DeliveryRow, exchangeWords } from '@karez/contracts-exchange';
import { shortTime } from '../../app/time.js';
import { attemptWords } from '../words/attempt-words.js';

/** 说明: what else is to be known of one recipient, the weightiest first. */
export function remarkOf(row: DeliveryRow, now = new Date()): string | undefined {
  const remarks = [
    row.supersededById && '已改发',
    row.state === 'stalled' && '需运维处理',
    row.state === 'recall_pending' && row.recallAskedAt && `${shortTime(row.recallAskedAt, now)} 请求撤回`,
    row.state === 'signed_for' && row.revokeAskedAt && `${shortTime(row.revokeAskedAt, now)} 商请收回，等对方答复`,
    reasonOf(row),
    row.urged > 0 && `已催 ${row.urged} 次`,
    row.supersedesId && '重发件',
  ];
  return remarks.filter(Boolean).join('，') || undefined;
}

/** The recipient's own words; the kind of reason only where there are none. */
const reasonOf = ({ reason, reasonText }: DeliveryRow): string | undefined => reasonText || (reason && exchangeWords.refusalReason[reason]);

/** In the place of the time of arrival, as long as there is none: `第 6 次尝试`, `接收证书过期`. */
export function awayWords({ state, attempts, lastError }: DeliveryRow): string {
  if (state === 'queued') return '等待发出';
  if (state === 'stalled') return lastError ? attemptWords(lastError) : `试过 ${attempts} 次，没有送到`;
  return attempts > 1 ? `第 ${attempts} 次尝试` : '正在发出';
}
