import { ProblemError } from '@karez/web-client';
import { useEffect } from 'react';
import { Navigate, useLocation } from 'react-router';
import { ProblemState } from './instead.js';
import { MeContext, useMeQuery } from './person-self.js';
import { SaidProvider } from './said.js';
import { StepUpProvider } from './step-up.js';
import { Waiting } from './waiting.js';
import { WorkspaceShell } from './workspace-shell.js';

/** Everything behind the sign-in. Who is not signed in goes to the sign-in page and comes back to where they wanted to be. */
export function Workspace() {
  const me = useMeQuery();
  const { pathname, search } = useLocation();
  useEffect(() => {
    document.title = '坎儿井工作台';
  }, []);
  const problem = me.error instanceof ProblemError ? me.error : null;
  if (problem?.status === 401) return <Navigate to={`/sign-in?next=${encodeURIComponent(pathname + search)}`} replace />;
  if (me.isPending) return <Waiting />;
  if (!me.data) return <ProblemState label="您的账号" problem={problem} again={() => void me.refetch()} />;
  // a password that an administrator has set is good for one thing only: setting one's own
  if (me.data.passwordMustChange && pathname !== '/account/password') return <Navigate to="/account/password" replace />;
  return (
    <MeContext value={me.data}>
      <SaidProvider>
        {(said) => (
          <StepUpProvider>
            <WorkspaceShell said={said} />
          </StepUpProvider>
        )}
      </SaidProvider>
    </MeContext>
  );
}
