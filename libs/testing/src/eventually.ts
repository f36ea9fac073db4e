import { setTimeout as pause } from 'node:timers/promises';

/**
 * Repeats `attempt` until it does not throw, and resolves with what it returned.
 * @param timeoutMs how long to go on, 10 s unless said otherwise
 * @throws the error of the last attempt when the time is over
 */
export async function eventually<T>(attempt: () => T | Promise<T>, { timeoutMs = 10_000, everyMs = 50 } = {}): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() >= deadline) throw error;
    }
    await pause(everyMs);
  }
}
