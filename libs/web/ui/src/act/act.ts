/** One thing a person can do here. Acts come from the shared flow and the caller's permissions, never from the screen. */
export interface Act {
  readonly key: string;
  /** Named after the result: 签收, 停用, 发出. */
  readonly label: string;
  readonly onAct: () => void;
  /** One more question follows (reason, person): shown as `…`. */
  readonly asks?: boolean;
  /** Not possible now, in words: the act stays visible and its reason stands beside it. */
  readonly refusedBecause?: string;
  /** Under way: the button changes in place. */
  readonly busy?: boolean;
}

export const actLabel = (act: Act): string => (act.asks ? `${act.label}…` : act.label);
