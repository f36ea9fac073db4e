import { useEffect, useState } from 'react';

/** Seconds left of a wait that began when `of` changed. */
export function useCountdown(seconds: number, of: unknown): number {
  const [left, setLeft] = useState({ of: undefined as unknown, seconds: 0 });
  useEffect(() => {
    if (seconds <= 0) return;
    const end = performance.now() + seconds * 1_000;
    const tick = () => setLeft({ of, seconds: Math.max(0, Math.ceil((end - performance.now()) / 1_000)) });
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [seconds, of]);
  return seconds > 0 ? (left.of === of ? left.seconds : seconds) : 0;
}
