/** Look again: something of this kind happened. Never the content. */
export interface Hint {
  /** `evt.identity.person-notified.v1`, or `live.reconnected`: hints may have been missed, look at everything again. */
  readonly subject: string;
  readonly aggregate?: string;
  readonly aggregateId?: string;
}

/** The part of EventSource that is used. */
export interface EventStream {
  readonly readyState: number;
  onopen: ((event: Event) => unknown) | null;
  onerror: ((event: Event) => unknown) | null;
  onmessage: ((event: MessageEvent<string>) => unknown) | null;
  addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void;
  close(): void;
}

export interface LiveOptions {
  readonly url?: string;
  readonly open?: (url: string) => EventStream;
  /** Called before the second and later tries: the session may have to be renewed, which an EventSource cannot see. */
  readonly renew?: () => Promise<boolean>;
  /** Whether hints arrive now. */
  readonly onState?: (live: boolean) => void;
  readonly random?: () => number;
}

const closed = 2;
const firstWait = 1_000;
const longestWait = 60_000;

/**
 * Listens to `/api/live`. The browser reconnects by itself after a cut line; when the server refuses, this tries again after
 * 1, 2, 4 … 60 s, each ± 20 %, so that a restart of the gateway is not met by everyone at the same moment.
 * @returns stop
 */
export function liveEvents(onHint: (hint: Hint) => void, options: LiveOptions = {}): () => void {
  const { url = '/api/live', open = (target) => new EventSource(target), renew, onState, random = Math.random } = options;
  let stream: EventStream | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = firstWait;
  let stopped = false;
  let opened = 0;

  const hear = (event: MessageEvent<string>) => {
    const hint = readHint(event.data);
    if (hint) onHint(hint);
  };
  const connect = () => {
    if (stopped) return;
    stream = open(url);
    stream.onopen = () => {
      wait = firstWait;
      onState?.(true);
      if (opened++ > 0) onHint({ subject: 'live.reconnected' });
    };
    stream.onmessage = hear;
    stream.addEventListener('hint', hear);
    stream.onerror = () => {
      onState?.(false);
      if (stream?.readyState !== closed) return;
      stream.close();
      timer = setTimeout(() => void (renew?.() ?? Promise.resolve()).then(connect), wait * (0.8 + 0.4 * random()));
      wait = Math.min(wait * 2, longestWait);
    };
  };
  connect();
  return () => {
    stopped = true;
    clearTimeout(timer);
    stream?.close();
  };
}

function readHint(text: string): Hint | undefined {
  try {
    const hint = JSON.parse(text) as Partial<Hint> | null;
    return typeof hint?.subject === 'string' ? (hint as Hint) : undefined;
  } catch {
    return undefined; // a newer server may say things that this version does not know
  }
}
