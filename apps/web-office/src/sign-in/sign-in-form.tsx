import type { SignedIn } from '@karez/contracts-identity';
import { ProblemError } from '@karez/web-client';
import { Refusal } from '@karez/web-ui';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { api } from '../app/api.js';
import { useCountdown } from './countdown.js';
import { CodeField, TextField } from './sign-in-fields.js';

const factorCodes = ['identity.session.second_factor_required', 'identity.session.second_factor_wrong'];

/**
 * Account and password, then the second factor when the server asks. Plain inputs with the names that password stores know;
 * nothing typed here is kept anywhere, and a refused try keeps what was typed except the code.
 */
export function SignInForm({ onSignedIn }: { onSignedIn: (answer: SignedIn) => Promise<void> }) {
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [needsCode, setNeedsCode] = useState(false);
  const signIn = useMutation({
    mutationFn: () => api.identity.signIn({ account: account.trim(), password, ...(needsCode ? { code: code.replace(/\s/g, '') } : {}) }),
    onSuccess: onSignedIn,
    onError: (error) => {
      setCode('');
      if (error instanceof ProblemError && factorCodes.includes(error.code)) setNeedsCode(true);
    },
  });
  const problem = signIn.error instanceof ProblemError ? signIn.error : null;
  const wait = useCountdown(problem?.status === 429 ? (problem.retryAfter ?? Number(problem.params['seconds'] ?? 60)) : 0, problem);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!signIn.isPending && wait === 0) signIn.mutate();
  };
  const back = () => {
    setNeedsCode(false);
    setCode('');
    setPassword('');
    signIn.reset();
  };

  return (
    <form className="office-signin-form" onSubmit={submit} aria-label="登录">
      {needsCode ? (
        <CodeField value={code} onChange={setCode} />
      ) : (
        <>
          <TextField label="账号" name="username" value={account} maxLength={64} onChange={setAccount} autoFocus />
          <TextField label="密码" name="password" value={password} maxLength={256} onChange={setPassword} />
        </>
      )}
      {(problem?.status !== 429 || wait > 0) && <SignInRefusal problem={problem} />}
      <Button type="primary" size="large" block htmlType="submit" loading={signIn.isPending} disabled={wait > 0}>
        {buttonWords(wait, signIn.isPending, needsCode)}
      </Button>
      {needsCode && (
        <button type="button" className="kz-textact" onClick={back}>
          换一个账号登录
        </button>
      )}
    </form>
  );
}

function buttonWords(wait: number, busy: boolean, needsCode: boolean): string {
  if (wait > 0) return `${wait} 秒后可再试`;
  if (busy) return '正在登录';
  return needsCode ? '验证并登录' : '登录';
}

/** That a second factor is asked for is no refusal: the next field says it. */
function SignInRefusal({ problem }: { problem: ProblemError | null }) {
  if (!problem || problem.code === 'identity.session.second_factor_required') return null;
  return (
    <Refusal result={problem.detail}>{problem.code === 'identity.session.wrong_credentials' && '忘记密码请找本单位管理员重置。'}</Refusal>
  );
}
