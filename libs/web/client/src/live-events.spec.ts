import { jest } from '@jest/globals';
import { liveEvents, type EventStream, type Hint } from './live-events.js';

class FakeStream implements EventStream {
  readyState = 1;
  onopen: EventStream['onopen'] = null;
  onerror: EventStream['onerror'] = null;
  onmessage: EventStream['onmessage'] = null;
  ended = false;
  addEventListener(): void {
    return;
  }
  close(): void {
    this.ended = true;
  }
  refuse(): void {
    this.readyState = 2;
    this.onerror?.(new Event('error'));
  }
}

function listen() {
  const streams: FakeStream[] = [];
  const hints: Hint[] = [];
  const states: boolean[] = [];
  let renewals = 0;
  const stop = liveEvents((hint) => hints.push(hint), {
    open: () => (streams.push(new FakeStream()), streams.at(-1)!),
    renew: async () => (renewals++, true),
    onState: (live) => states.push(live),
    random: () => 0.5,
  });
  return { streams, hints, states, stop, renewals: () => renewals };
}

describe('live events', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('hand over hints and pass by what they do not understand', () => {
    const { streams, hints } = listen();
    for (const data of ['{"subject":"evt.identity.person-notified.v1"}', 'not json', '{"other":1}', 'null'])
      streams[0]!.onmessage?.(new MessageEvent('message', { data }));
    expect(hints).toEqual([{ subject: 'evt.identity.person-notified.v1' }]);
  });

  it('leave a cut line to the browser and say that everything has to be looked at again', () => {
    const { streams, hints, states } = listen();
    streams[0]!.onopen?.(new Event('open'));
    streams[0]!.readyState = 0;
    streams[0]!.onerror?.(new Event('error'));
    streams[0]!.onopen?.(new Event('open'));
    expect(streams).toHaveLength(1);
    expect(states).toEqual([true, false, true]);
    expect(hints).toEqual([{ subject: 'live.reconnected' }]);
  });

  it('come back after a refusal, later each time, renewing the session first', async () => {
    const { streams, renewals } = listen();
    for (const wait of [1_000, 2_000, 4_000]) {
      streams.at(-1)!.refuse();
      const before = streams.length;
      await jest.advanceTimersByTimeAsync(wait - 1);
      expect(streams).toHaveLength(before);
      await jest.advanceTimersByTimeAsync(1);
      expect(streams).toHaveLength(before + 1);
    }
    expect(renewals()).toBe(3);
    expect(streams.slice(0, -1).every(({ ended }) => ended)).toBe(true);
  });

  it('stop when told, also while waiting', async () => {
    const { streams, stop } = listen();
    streams[0]!.refuse();
    stop();
    await jest.advanceTimersByTimeAsync(120_000);
    expect(streams).toHaveLength(1);
  });
});
