/** What is known of the owner and must not be in the password. */
export interface Owner {
  readonly account: string;
  readonly name: string;
  readonly mobile?: string | null;
}
export interface PasswordProfile {
  readonly name: 'mlps3' | 'asvs';
  readonly shortest: number;
  /** Kinds of signs (upper case, lower case, digits, others) of which the password needs so many. */
  readonly kinds: number;
  /** Earlier passwords that may not come back. */
  readonly history: number;
  readonly maxAgeDays: number | undefined;
}
/** GB/T 22239—2019 8.1.4.1: complexity and periodic change. For staff. */
export const mlps3: PasswordProfile = { name: 'mlps3', shortest: 10, kinds: 3, history: 5, maxAgeDays: 90 };
/** OWASP ASVS 5.0 6.2: length and a list of what everybody tries; neither composition rules nor rotation. For citizens. */
export const asvs: PasswordProfile = { name: 'asvs', shortest: 8, kinds: 1, history: 0, maxAgeDays: undefined };

export type Weakness = 'short' | 'kinds' | 'common' | 'personal' | 'repeated';

/** Why a password is refused; empty when it is good. */
export function weaknesses(password: string, owner: Owner, { shortest, kinds }: PasswordProfile): Weakness[] {
  const plain = password.normalize('NFKC').toLowerCase();
  const found: Weakness[] = [];
  if ([...password].length < shortest) found.push('short');
  if (kindsOf(password) < kinds) found.push('kinds');
  if (isCommon(plain)) found.push('common');
  if (personal(owner).some((part) => plain.includes(part))) found.push('personal');
  if (new Set(plain).size < 4) found.push('repeated');
  return found;
}

/** Words of the refusal, in the order of the weaknesses. */
export const weaknessTexts: Readonly<Record<Weakness, (profile: PasswordProfile) => string>> = {
  short: ({ shortest }) => `至少 ${shortest} 位`,
  kinds: ({ kinds }) => `大写字母、小写字母、数字、符号中至少 ${kinds} 种`,
  common: () => '不能是常见的密码',
  personal: () => '不能包含账号、姓名或手机号',
  repeated: () => '不能由少数几个字符重复组成',
};

export const expired = (changedAt: Date, { maxAgeDays }: PasswordProfile, now: Date): boolean =>
  maxAgeDays !== undefined && now.getTime() - changedAt.getTime() > maxAgeDays * 86_400_000;

function kindsOf(password: string): number {
  return [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u].filter((kind) => kind.test(password)).length;
}

const personal = ({ account, name, mobile }: Owner): string[] =>
  [account, name, mobile ?? ''].map((part) => part.toLowerCase()).filter((part) => part.length > 2);

/** What guessers try first, without the digits and signs that people put around it to satisfy a rule. */
const commonWords = new Set([
  ...[
    'password',
    'passwd',
    'passw',
    'admin',
    'administrator',
    'root',
    'user',
    'guest',
    'test',
    'demo',
    'welcome',
    'login',
    'letmein',
    'iloveyou',
    'woaini',
    'woaizhongguo',
  ],
  ...[
    'qwerty',
    'qwertyuiop',
    'qwert',
    'asdfgh',
    'asdfghjkl',
    'zxcvbn',
    'zxcvbnm',
    'qazwsx',
    'qazwsxedc',
    'abc',
    'abcd',
    'abcdef',
    'abcdefg',
    'dragon',
    'monkey',
    'master',
    'sunshine',
  ],
  ...[
    'karez',
    'shuili',
    'shuiliting',
    'shuiliju',
    'xinjiang',
    'wulumuqi',
    'zhongguo',
    'china',
    'changeme',
    'secret',
    'security',
    'system',
    'xitong',
    'mima',
    'office',
    'oa',
  ],
]);
const unleet = (text: string): string =>
  text.replace(/[@4]/g, 'a').replace(/0/g, 'o').replace(/[1!|]/g, 'i').replace(/3/g, 'e').replace(/[$5]/g, 's').replace(/7/g, 't');

function isCommon(plain: string): boolean {
  if (/^\d+$/.test(plain) && (runs(plain) || plain.length < 10)) return true;
  const bare = plain.replace(/^[^a-z]+|[^a-z]+$/g, '');
  const words = [plain, bare, unleet(plain), unleet(bare), bare.replace(/[^a-z]/g, '')];
  return words.some((word) => commonWords.has(word));
}

/** 123456789, 987654321 */
const runs = (digits: string): boolean => '01234567890123456789'.includes(digits) || '98765432109876543210'.includes(digits);
