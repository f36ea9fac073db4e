/** Work was entrusted to somebody, or taken back: both look again. */
export class DelegationChanged {
  static readonly subject = 'evt.oa.delegation-changed.v1';
  static readonly aggregate = 'delegation';
  constructor(
    readonly delegationId: string,
    readonly fromId: string,
    readonly toId: string,
    readonly state: 'granted' | 'revoked',
  ) {}
}
