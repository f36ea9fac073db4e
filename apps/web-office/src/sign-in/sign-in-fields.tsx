interface TextFieldProps {
  label: string;
  name: 'username' | 'password';
  value: string;
  maxLength: number;
  onChange: (value: string) => void;
  autoFocus?: boolean;
}

/** Plain inputs: the first page anyone loads carries no more than it needs, and password stores know these names. */
export const TextField = ({ label, name, value, maxLength, onChange, autoFocus }: TextFieldProps) => (
  <label>
    <span>{label}</span>
    <input
      name={name}
      type={name === 'password' ? 'password' : 'text'}
      value={value}
      required
      maxLength={maxLength}
      autoComplete={name === 'password' ? 'current-password' : 'username'}
      autoCapitalize="none"
      spellCheck={false}
      autoFocus={autoFocus}
      onChange={(event) => onChange(event.target.value)}
    />
  </label>
);

/** Six digits of the authenticator, or a recovery code, which is longer. */
export const CodeField = ({ value, onChange }: { value: string; onChange: (value: string) => void }) => (
  <label>
    <span>
      验证码 <small>身份验证器上的 6 位数字；手机不在身边可用恢复码</small>
    </span>
    <input
      className="kz-mono"
      name="code"
      value={value}
      required
      minLength={6}
      maxLength={32}
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      autoFocus
      onChange={(event) => onChange(event.target.value)}
    />
  </label>
);
