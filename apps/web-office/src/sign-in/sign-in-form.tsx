import type { SignedIn } from '@karez/contracts-identity';
import { ProblemError } from '@karez/web-client';
import { Refusal } from '@karez/web-ui';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { api } from '../app/api.js';
import { useCountdown } from './countdown.js';

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
  const codeField = useRef<HTMLInputElement>(null);
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
  useEffect(() => {
    if (needsCode) codeField.current?.focus();
  }, [needsCode]);

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
  const refused = problem && problem.code !== 'identity.session.second_factor_required';

  return (
    <form className="office-signin-form" onSubmit={submit} aria-label="登录">
      {needsCode ? (
        <label>
          <span>
            验证码 <small>身份验证器上的 6 位数字；手机不在身边可用恢复码</small>
          </span>
          <input
            ref={codeField}
            className="kz-mono"
            name="code"
            value={code}
            required
            minLength={6}
            maxLength={32}
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => setCode(event.target.value)}
          />
        </label>
      ) : (
        <>
          <label>
            <span>账号</span>
            <input
              name="username"
              value={account}
              required
              maxLength={64}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              autoFocus
              onChange={(event) => setAccount(event.target.value)}
            />
          </label>
          <label>
            <span>密码</span>
            <input
              name="password"
              type="password"
              value={password}
              required
              maxLength={256}
              autoComplete="current-password"
              onChange={(event) => setPassword(event.target.value)}
            />
          </label>
        </>
      )}
      {refused && (problem.status !== 429 || wait > 0) && <Refusal result={problem.detail} />}
      <Button type="primary" size="large" block htmlType="submit" loading={signIn.isPending} disabled={wait > 0}>
        {wait > 0 ? `${wait} 秒后可再试` : signIn.isPending ? '正在登录' : needsCode ? '验证并登录' : '登录'}
      </Button>
      {needsCode && (
        <button type="button" className="kz-textact" onClick={back}>
          换一个账号登录
        </button>
      )}
    </form>
  );
}
