import { Notice } from '@karez/web-ui';
import { createContext, useCallback, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import { useLocation } from 'react-router';

const SayContext = createContext<(text: string) => void>(() => undefined);

/** Says in the page what an act has done. A page of its own may follow: the words stay over the one change of place that the act itself causes. */
export const useSay = () => useContext(SayContext);

export function SaidProvider({ children }: { children: (band: ReactNode) => ReactNode }) {
  const [said, setSaid] = useState<string>();
  const saidAt = useRef(0);
  const { pathname } = useLocation();
  const say = useCallback((text: string) => {
    saidAt.current = performance.now();
    setSaid(text);
  }, []);
  useEffect(() => {
    if (performance.now() - saidAt.current > 1_000) setSaid(undefined);
  }, [pathname]);
  const band = (
    <div className="office-said" role="status" aria-live="polite">
      {said && (
        <Notice
          tone="water"
          aside={
            <button type="button" className="kz-textact" onClick={() => setSaid(undefined)}>
              知道了
            </button>
          }
        >
          {said}
        </Notice>
      )}
    </div>
  );
  return <SayContext value={say}>{children(band)}</SayContext>;
}
