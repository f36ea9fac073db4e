import { createContext, lazy, Suspense, useCallback, useContext, useRef, useState, type ReactNode } from 'react';

const StepUpDialog = lazy(() => import('./step-up-dialog.js').then((m) => ({ default: m.StepUpDialog })));
const StepUpContext = createContext<() => Promise<boolean>>(() => Promise.resolve(false));

/** Asks for the second factor and tells whether it was passed. */
export const useStepUp = () => useContext(StepUpContext);

export function StepUpProvider({ children }: { children: ReactNode }) {
  const [asking, setAsking] = useState(false);
  const waiting = useRef<((passed: boolean) => void)[]>([]);
  const ask = useCallback(
    () =>
      new Promise<boolean>((resolve) => {
        waiting.current.push(resolve);
        setAsking(true);
      }),
    [],
  );
  const close = (passed: boolean) => {
    setAsking(false);
    for (const resolve of waiting.current.splice(0)) resolve(passed);
  };
  return (
    <StepUpContext value={ask}>
      {children}
      {asking && (
        <Suspense>
          <StepUpDialog onClose={close} />
        </Suspense>
      )}
    </StepUpContext>
  );
}
