/** Where the platform's background work reports: the service's log and metrics. */
export interface Watch {
  /** Something failed that will be tried again by itself: WARN. */
  healing(what: string, error: unknown): void;
  /** Something needs a person: ERROR. */
  needsPerson(what: string, details: object): void;
}
export const silentWatch: Watch = { healing: () => undefined, needsPerson: () => undefined };
