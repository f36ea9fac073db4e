import { useSyncExternalStore } from 'react';

const phone = matchMedia('(max-width: 767px)');
const subscribe = (changed: () => void) => {
  phone.addEventListener('change', changed);
  return () => phone.removeEventListener('change', changed);
};

/** The phone's layout: one thing after the other instead of side by side. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => phone.matches);
