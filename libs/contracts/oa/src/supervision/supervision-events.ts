import type { SupervisionLamp, SupervisionSource, SupervisionState } from './supervision-flow.js';

/** An item moved, was reported on or urged: a hint to look again. */
export class SupervisionMoved {
  static readonly subject = 'evt.oa.supervision-moved.v1';
  static readonly aggregate = 'supervision_item';
  constructor(
    readonly itemId: string,
    readonly orgId: string,
    readonly state: SupervisionState,
    readonly kind: string,
  ) {}
}
/** 销号: for the archive, and for the source that it came from. */
export class SupervisionClosed {
  static readonly subject = 'evt.oa.supervision-closed.v1';
  static readonly aggregate = 'supervision_item';
  constructor(
    readonly itemId: string,
    readonly orgId: string,
    readonly item: {
      readonly number: string;
      readonly title: string;
      readonly source: SupervisionSource;
      readonly lamp: SupervisionLamp;
      readonly result: string;
    },
  ) {}
}
