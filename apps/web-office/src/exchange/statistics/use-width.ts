import { useEffect, useState, type RefObject } from 'react';

/** Width of an element in whole pixels, now and whenever it changes; 0 before it stands. */
export function useWidth(area: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = area.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setWidth(Math.floor(element.clientWidth)));
    watch.observe(element);
    return () => watch.disconnect();
  }, [area]);
  return width;
}
