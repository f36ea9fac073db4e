import { useMemo } from 'react';
import { useNow } from '../delivery/use-now.js';
import { useWorks } from '../delivery/use-works.js';
import type { OfficeClock } from './due-words.js';

/** The present and the working days: deadlines are worked out when they are drawn, never stored. */
export function useClock(): OfficeClock {
  const now = useNow();
  const works = useWorks(now);
  return useMemo(() => ({ now, works }), [now, works]);
}
