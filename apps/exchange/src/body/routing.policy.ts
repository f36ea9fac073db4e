import type { Direction, DocumentType, RecipientRole } from '@karez/contracts-exchange';
import { DomainError } from '@karez/kernel';
import type { Body } from './body.js';

/** Where one body stands to another. */
export interface Route {
  readonly sender: Body;
  readonly recipient: Body;
  /** Ids of the bodies above each of the two. */
  readonly aboveSender: ReadonlySet<string>;
  readonly aboveRecipient: ReadonlySet<string>;
}

/** 上行, 下行, 平行: bodies of which neither stands above the other write to each other as equals (条例 art. 15–17). */
export function directionOf({ sender, recipient, aboveSender, aboveRecipient }: Route): Direction {
  if (aboveSender.has(recipient.id)) return 'upward';
  return aboveRecipient.has(sender.id) ? 'downward' : 'parallel';
}

const words: Readonly<Record<Direction, string>> = { upward: '上级机关', downward: '下级机关', parallel: '不相隶属的机关' };
/** Kinds that only go one way (条例 art. 8), and the refusal of another. */
const oneWay: Partial<Record<DocumentType, { readonly only: Direction; readonly code: string }>> = {
  request: { only: 'upward', code: 'exchange.dispatch.request_not_upward' },
  report: { only: 'upward', code: 'exchange.dispatch.report_not_upward' },
  reply: { only: 'downward', code: 'exchange.dispatch.reply_not_downward' },
};

/** Why this body may not be sent this kind of document in this role; undefined when it may. Copies (抄送, 抄报) go anywhere. */
export function refusalOf(route: Route, type: DocumentType, role: RecipientRole): DomainError | undefined {
  const rule = oneWay[type];
  const direction = directionOf(route);
  if (!rule || role !== 'primary' || direction === rule.only) return undefined;
  return new DomainError(rule.code, { name: route.recipient.name, direction: words[direction] });
}

/**
 * The body that an upward document passes over (越级): the one directly above the sender, when the document goes higher and does not copy it in.
 * 条例 art. 14 says "as a rule", so this is told and not refused.
 */
export function passedOver(route: Route, direct: Body | undefined, copied: ReadonlySet<string>): Body | undefined {
  if (directionOf(route) !== 'upward' || !direct || direct.id === route.recipient.id || copied.has(direct.id)) return undefined;
  return direct;
}
