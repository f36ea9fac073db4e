import { isWriting } from '@karez/web-ui';
import { useEffect, useRef } from 'react';

/** Ctrl K opens search and commands, `/` goes to the filter of the page, `?` shows the keys. J, K and Enter belong to the lists. */
export function useHotkeys(on: { onPalette: () => void; onKeys: () => void }): void {
  const latest = useRef(on);
  useEffect(() => {
    latest.current = on;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        latest.current.onPalette();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      if (event.key === '?') latest.current.onKeys();
      if (event.key === '/') {
        const filter = document.querySelector<HTMLElement>('[data-filter] input, input[data-filter]');
        if (!filter) return;
        event.preventDefault();
        filter.focus();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
