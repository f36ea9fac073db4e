// The order of Jest's specs: what takes longest begins first, so that at the end nobody waits for it alone.
import Sequencer from '@jest/test-sequencer';

/** Seconds on two cores, of those above ten: a fresh clone has no times of its own yet. */
const slow = {
  'quality/generate.int-spec.ts': 66,
  'g8-drain-loses-no-call.int-spec.ts': 48,
  'quality/tutorial.int-spec.ts': 42,
  'files/test/content.int-spec.ts': 39,
  'g2-every-event-once.int-spec.ts': 32,
  'g1-acknowledged-is-committed.int-spec.ts': 30,
  'g4-broker-and-redis-are-disposable.int-spec.ts': 21,
  'crypto/test/openssl.int-spec.ts': 21,
  'files/test/kill.int-spec.ts': 20,
  'gateway/test/drain.int-spec.ts': 19,
  'quality/lint.int-spec.ts': 19,
  'lists-at-scale.int-spec.ts': 19,
  'files/test/memory.int-spec.ts': 16,
  'files/test/download.int-spec.ts': 12,
};

export default class SlowFirst extends Sequencer {
  sort(tests) {
    const seconds = ({ path }) => slow[Object.keys(slow).find((end) => path.endsWith(end))] ?? 0;
    return [...super.sort(tests)].sort((a, b) => seconds(b) - seconds(a));
  }
}
