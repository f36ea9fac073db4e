const reasons: Readonly<Record<string, string>> = {
  'exchange.peer.silent': '对方节点没有应答',
  'exchange.peer.unknown': '没有登记对方的交换节点',
  'exchange.dispatch.recipient_keyless': '对方没有可用的密钥',
  'exchange.dispatch.recipient_abolished': '对方单位已撤销',
  'exchange.key.missing': '没有有效的签名密钥',
  'exchange.key.revoked': '签名密钥已撤销',
  'exchange.letter.signature': '对方认为签名无效',
  'exchange.letter.sender_mismatch': '签名单位与发文单位不符',
  'exchange.letter.clock': '双方时钟相差过大',
  'exchange.letter.misaddressed': '对方节点不承担这个单位',
  'exchange.letter.version': '双方的交换协议版本不一致',
  'exchange.letter.too_large': '超过对方的大小限制',
  'service.unavailable': '交换服务暂时不可用',
};

/** Why an attempt came to nothing, from its error code. */
export const attemptWords = (code: string | undefined): string => (code ? (reasons[code] ?? `投递未成（${code}）`) : '投递未成');
