import { keyWords, peerWords, recipientWords, stalledWords } from './attention.words.js';

it.each([
  ['exchange.key.missing', '没有有效密钥'],
  ['crypto.key_revoked', '签名核验不过'],
  ['exchange.letter.signature', '签名核验不过'],
  ['exchange.peer.silent', '对方节点长时间没有应答'],
  ['service.unavailable', '对方节点长时间没有应答'],
  ['exchange.letter.misaddressed', '对方节点不收'],
  ['exchange.letter.clock', '双方时钟相差过大'],
  ['something.new', '多次投递未成'],
  [null, '多次投递未成'],
])('says of %s that %s, and what to do', (code, why) => {
  const { title, step } = stalledWords('通知', '甲泉县水利局', code);
  expect(title).toBe(`《通知》送不到甲泉县水利局：${why}`);
  expect(step).toMatch(/^请/);
});

it('names one recipient, and of more the first and their number', () => {
  expect([recipientWords('甲泉县水利局', 1), recipientWords('甲泉县水利局', 12)]).toEqual(['甲泉县水利局', '甲泉县水利局等 12 家']);
});

it.each(['missing', 'revoked', 'ended', 'ending'] as const)('says what is wrong with a key that is %s', (trouble) => {
  expect(keyWords('甲泉县水利局', 'encryption', trouble).title).toMatch(/^甲泉县水利局的?(?:还没有)?加密密钥/);
});

it('says of a node that it is silent, with all that waits; of one that answers, what it does not take', () => {
  const letters = { waiting: 5, parked: 2 };
  expect(peerWords('和田节点', { silent: true, ...letters }).title).toBe('交换节点和田节点长时间没有应答，5 封信函在等它');
  expect(peerWords('和田节点', { silent: false, ...letters }).title).toBe('发往交换节点和田节点的 2 封信函多次投递未成');
});
