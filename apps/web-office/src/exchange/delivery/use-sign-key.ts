import { isWriting } from '@karez/web-ui';
import { useEffect, useRef } from 'react';

/** S signs for the document that is open. On the row of another one it opens that first: nobody signs for what was not on the screen. */
export function useSignKey(sign: (() => void) | undefined): void {
  const latest = useRef(sign);
  useEffect(() => {
    latest.current = sign;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || event.repeat || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target))
        return;
      if (document.querySelector('dialog[open], .ant-modal-wrap:not([style*="display: none"])')) return;
      const row = document.activeElement?.closest<HTMLElement>('[data-row-link]');
      event.preventDefault();
      if (row && row.getAttribute('aria-current') !== 'true') row.click();
      else latest.current?.();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
