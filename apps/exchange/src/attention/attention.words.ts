import type { NeedsPerson } from '@karez/contracts-exchange';

type Said = Pick<NeedsPerson, 'title' | 'step'>;

/** What stands in the way of a delivery that has stopped, by the code of its last attempt; the first that fits. */
const obstacles: readonly (readonly [RegExp, string, string])[] = [
  [/^exchange\.key\.missing|recipient_keyless/, '没有有效密钥', '请安全管理员更换密钥，然后立即重投'],
  [/^crypto\.key|signature/, '签名核验不过', '请安全管理员核对双方密钥，然后立即重投'],
  [/^exchange\.peer\.silent|^service\./, '对方节点长时间没有应答', '请与对方节点的运维联系，恢复后会自动送达；急件可立即重投或先撤回'],
  [/^exchange\.letter\.(?:misaddressed|malformed|version)/, '对方节点不收', '请核对收文单位所在节点，撤回后改发'],
  [/^exchange\.letter\.clock/, '双方时钟相差过大', '请运维校准时钟，然后立即重投'],
];

export const stalledWords = (title: string, recipient: string, code: string | null): Said => {
  const [, why, step] = obstacles.find(([pattern]) => pattern.test(code ?? '')) ?? [
    '',
    '多次投递未成',
    '请查看投递过程，立即重投或撤回后改发',
  ];
  return { title: `《${title}》送不到${recipient}：${why}`, step };
};

const because = (text: string | null): string => (text ? `（${text}）` : '');
export const rejectedWords = (title: string, recipient: string, reason: string | null): Said => ({
  title: `${recipient}拒收《${title}》${because(reason)}`,
  step: '请改正后重发，或改发应收的单位',
});
export const returnedWords = (title: string, recipient: string, reason: string | null): Said => ({
  title: `${recipient}退回《${title}》${because(reason)}`,
  step: '请确认退文；需要再办的可以重发',
});
/** One by name; more by the first and their number. */
export const recipientWords = (first: string, count: number): string => (count === 1 ? first : `${first}等 ${count} 家`);

const uses = { signature: '签名', encryption: '加密' } as const;
export type KeyTrouble = 'missing' | 'revoked' | 'ended' | 'ending';
const troubles: Readonly<Record<KeyTrouble, (body: string, use: string) => string>> = {
  missing: (body, use) => `${body}还没有${use}密钥`,
  revoked: (body, use) => `${body}的${use}密钥已撤销，还没有换新的`,
  ended: (body, use) => `${body}的${use}密钥已到期，还没有换新的`,
  ending: (body, use) => `${body}的${use}密钥即将到期，还没有下一枚`,
};
export const keyWords = (body: string, use: keyof typeof uses, trouble: KeyTrouble): Said => ({
  title: troubles[trouble](body, uses[use]),
  step: trouble === 'missing' ? '通常几秒内自动生成；一直没有的，请运维查看主密钥' : '请安全管理员更换密钥',
});

/** A node that has not answered for long while letters wait, or one that answers and does not take some of them. */
export const peerWords = (node: string, { silent, waiting, parked }: { silent: boolean; waiting: number; parked: number }): Said =>
  silent
    ? { title: `交换节点${node}长时间没有应答，${waiting} 封信函在等它`, step: '请与对方节点的运维联系，恢复后自动送达' }
    : { title: `发往交换节点${node}的 ${parked} 封信函多次投递未成`, step: '请系统管理员查明原因，排除后立即重投' };

export const deadLetterWords = (producer: string, count: number): Said => ({
  title: `来自 ${producer} 的 ${count} 条消息没有处理成功，后面的在等它`,
  step: '请系统管理员查看原因，排除后重放',
});
