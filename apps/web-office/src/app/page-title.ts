import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** Title of the tab, and the start of reading for screen readers: the focus goes to the heading when the place changes. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · 坎儿井工作台`;
  }, [title]);
  const { key } = useLocation();
  const came = useRef(key !== 'default'); // the first page of a visit begins where the browser begins
  useEffect(() => {
    if (!came.current) return;
    if (document.activeElement === document.body || document.activeElement?.closest('.kz-nav, .kz-tabbar')) {
      document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
    }
  }, []);
}
