import { Injectable } from '@nestjs/common';
import type { DocumentType, PreviewRecipients, RecipientPreview, RecipientRole } from '@karez/contracts-exchange';
import { chinaDay, DomainError } from '@karez/kernel';
import type { EntityManager } from 'typeorm';
import { Bodies } from '../body/bodies.js';
import { type Body, directoryOrder, exchanges } from '../body/body.js';
import { Groups } from '../body/groups.js';
import { directionOf, passedOver, refusalOf, type Route } from '../body/routing.policy.js';
import { ExchangeConfig } from '../config.js';

/** One body that a document goes to, and in which role. */
export interface Recipient {
  readonly body: Body;
  readonly role: RecipientRole;
}
export type Named = Pick<PreviewRecipients, 'primary' | 'cc' | 'report'>;

/** For whom, and on which government day. */
export interface Naming {
  readonly senderId: string;
  readonly today: string;
}

/** From what the sender named to the bodies it means, each once, and what stands against each. */
@Injectable()
export class Recipients {
  constructor(
    private readonly bodies: Bodies,
    private readonly groups: Groups,
    private readonly config: ExchangeConfig,
  ) {}

  /**
   * @returns in the order of roles and directory; members of a group without the sender itself
   * @throws DomainError `exchange.dispatch.no_recipient`, `…too_many_recipients`, `…recipient_unknown`, `…group_unknown`
   */
  async resolve(manager: EntityManager, { primary, cc = [], report = [] }: Named, by: Naming): Promise<Recipient[]> {
    const chosen = new Map<string, RecipientRole>();
    const named: readonly (readonly [RecipientRole, readonly string[]])[] = [
      ['primary', primary],
      ['cc', cc],
      ['report', report],
    ];
    for (const [role, texts] of named)
      for (const text of texts) for (const id of await this.#idsOf(manager, text, by)) if (!chosen.has(id)) chosen.set(id, role);
    if (chosen.size === 0) throw new DomainError('exchange.dispatch.no_recipient');
    const { mostRecipients: limit } = this.config;
    if (chosen.size > limit) throw new DomainError('exchange.dispatch.too_many_recipients', { count: chosen.size, limit });
    const bodies = await this.bodies.byIds(manager, [...chosen.keys()]);
    const unknown = [...chosen.keys()].find((id) => !bodies.has(id));
    if (unknown) throw new DomainError('exchange.dispatch.recipient_unknown', { id: unknown });
    const roles = named.map(([role]) => role);
    return [...chosen]
      .map(([id, role]) => ({ body: bodies.get(id)!, role }))
      .sort((one, other) => roles.indexOf(one.role) - roles.indexOf(other.role) || directoryOrder(one.body, other.body));
  }

  /** What the sender is shown before sending: for each body the direction, and the refusal it would meet. */
  async look(manager: EntityManager, sender: Body, type: DocumentType, recipients: readonly Recipient[]): Promise<RecipientPreview[]> {
    const above = await this.bodies.ancestors(manager, [sender.id, ...recipients.map(({ body }) => body.id)]);
    const direct = sender.parentId ? await this.bodies.find(manager, sender.parentId) : undefined;
    const copied = new Set(recipients.map(({ body }) => body.id));
    return recipients.map(({ body, role }) => {
      const none: ReadonlySet<string> = new Set();
      const route: Route = {
        ...{ sender, recipient: body, aboveSender: above.get(sender.id) ?? none, aboveRecipient: above.get(body.id) ?? none },
      };
      const refusal = standingRefusal(body, sender) ?? refusalOf(route, type, role);
      const over = role === 'primary' ? passedOver(route, direct, copied) : undefined;
      return {
        ...{ orgId: body.id, name: body.name, kind: body.kind, role, direction: directionOf(route) },
        ...(refusal && { refusal: refusal.code, params: refusal.params as Record<string, string | number> }),
        ...(over && { passesOver: over.name }),
      };
    });
  }

  /** @throws DomainError the first refusal: nothing is sent to anybody */
  async assertMay(manager: EntityManager, sender: Body, type: DocumentType, recipients: readonly Recipient[]): Promise<RecipientPreview[]> {
    const primary = recipients.filter(({ role }) => role === 'primary');
    if (type === 'request' && primary.length !== 1) throw new DomainError('exchange.dispatch.request_one_body', { count: primary.length });
    const seen = await this.look(manager, sender, type, recipients);
    const refused = seen.find(({ refusal }) => refusal !== undefined);
    if (refused) throw new DomainError(refused.refusal!, refused.params);
    return seen;
  }

  async #idsOf(manager: EntityManager, text: string, { senderId, today }: Naming): Promise<readonly string[]> {
    if (!text.startsWith('group:')) return [text];
    const id = text.slice('group:'.length);
    const members = await this.groups.members(manager, id, today);
    if (!members) throw new DomainError('exchange.dispatch.group_unknown', { id });
    return members.filter((member) => member !== senderId);
  }
}

function standingRefusal(body: Body, sender: Body): DomainError | undefined {
  const { name, abolishedOn: on, id } = body;
  if (id === sender.id) return new DomainError('exchange.dispatch.recipient_self');
  if (!exchanges(body)) return new DomainError('exchange.dispatch.recipient_office', { name });
  if (on && on <= chinaDay(new Date()))
    return new DomainError('exchange.dispatch.recipient_abolished', { name, on, successor: '承继其职责的单位' });
  return undefined;
}
