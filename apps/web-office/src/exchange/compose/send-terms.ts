import { exchangeWords, minutesToSign, type RecipientRole, recipientRoles, type Urgency } from '@karez/contracts-exchange';
import { shortDate } from '../../app/time.js';
import { allowanceWords } from '../words/due-words.js';
import type { Chosen } from './recipients/chosen.js';

/** What the sender sets beside the recipients. */
export interface SendTerms {
  /** 签收时限 in working minutes; by urgency unless set. */
  readonly signWithinMinutes?: number;
  /** 办复时限, a day. */
  readonly replyBy?: string;
  readonly printQuota: number;
  readonly note: string;
}
export const usualTerms: SendTerms = { printQuota: 0, note: '' };

/** Exactly what happens when it is sent, sentence by sentence. */
export function sendSentences(chosen: Chosen, count: number, urgency: Urgency, terms: SendTerms): readonly string[] {
  const minutes = terms.signWithinMinutes ?? minutesToSign[urgency];
  return [
    `发给 ${count} 家${rolesWords(chosen)}。`,
    `送达后 ${allowanceWords(minutes)}内签收${terms.signWithinMinutes ? '' : `（${exchangeWords.urgency[urgency]}件的时限）`}，逾期亮红灯并自动催办。`,
    terms.replyBy ? `${shortDate(terms.replyBy)} 前办复。` : '不要求办复。',
    terms.printQuota > 0 ? `每家可红头打印 ${terms.printQuota} 份。` : '不授权红头打印。',
    '对方签收之前可以撤回；签收之后只能商请收回，或发更正件。',
  ];
}

/** `，主送和抄送`: only said when there is more than one way. */
function rolesWords(chosen: Chosen): string {
  const roles: readonly RecipientRole[] = recipientRoles.filter((role) => chosen[role].length > 0);
  return roles.length > 1 ? `，${roles.map((role) => exchangeWords.recipientRole[role]).join('、')}` : '';
}
