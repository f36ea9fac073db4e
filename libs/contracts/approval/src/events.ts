import type { EventClass } from '@karez/contracts-kernel';

export class ItemRegistered {
  static readonly subject = 'evt.approval.item-registered.v1';
  static readonly aggregate = 'item';
  constructor(
    readonly itemId: string,
    readonly orgId: string,
  ) {}
}
export class ItemClosed {
  static readonly subject = 'evt.approval.item-closed.v1';
  static readonly aggregate = 'item';
  constructor(
    readonly itemId: string,
    readonly orgId: string,
  ) {}
}
export const approvalEvents: readonly EventClass[] = [ItemRegistered, ItemClosed];
