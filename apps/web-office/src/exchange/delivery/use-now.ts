import { useEffect, useState } from 'react';

const halfMinute = 30_000;

/** The time as the screen shows it: it moves on by itself, because lamps count minutes. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), halfMinute);
    return () => clearInterval(timer);
  }, []);
  return now;
}
