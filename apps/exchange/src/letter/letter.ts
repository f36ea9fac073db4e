/** A letter that waits to be carried. */
export interface Letter {
  readonly id: string;
  readonly deliveryId: string;
  /** Empty when the other side is served by this node. */
  readonly nodeId: string;
  readonly kind: string;
  readonly statement: string | null;
  readonly attempts: number;
}
