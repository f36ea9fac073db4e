import type { NodeCard } from '@karez/contracts-exchange';
import { sm3Hex } from './sm3.js';

export type ReadCard = { readonly card: NodeCard } | { readonly problem: string };

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** A node card as another node shows it, pasted as JSON; further fields (its fingerprint, its address) are not taken over. */
export function readNodeCard(text: string): ReadCard {
  const given = parsed(text);
  if (!given) return { problem: '这不是节点名片：请把对方「本节点」里的内容整段复制过来。' };
  const { nodeId, name, rootKey, rootKeyId, rootValidFrom, versions } = given;
  if (!isText(nodeId) || !/^[a-z][a-z0-9-]{1,40}$/.test(nodeId))
    return { problem: '名片里的节点代号不对：小写字母开头，只含小写字母、数字和连字符。' };
  if (!isText(name) || name.length > 80) return { problem: '名片里没有节点名称，或超过 80 个字。' };
  if (!isText(rootKey) || !/^04[0-9a-f]{128}$/.test(rootKey)) return { problem: '名片里的根公钥不完整：应是 04 开头的 130 位十六进制。' };
  if (!isText(rootKeyId)) return { problem: '名片里没有根公钥的编号。' };
  if (!Array.isArray(versions) || versions.length === 0 || !versions.every(Number.isInteger))
    return { problem: '名片里没有交换协议的版本。' };
  if (!isText(rootValidFrom) || Number.isNaN(Date.parse(rootValidFrom))) return { problem: '名片里没有根公钥的启用时间。' };
  return { card: { nodeId, name, rootKey, rootKeyId, rootValidFrom, versions: versions.map(Number) } };
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** SubjectPublicKeyInfo of an SM2 key up to its point (RFC 5480, GB/T 35275), as libs/crypto takes the fingerprint of it. */
const spkiHead = '3059301306072a8648ce3d020106082a811ccf5501822d034200';

/** SM3 of a root key in groups of four, as it is read out by telephone. */
export function fingerprintOf(rootKey: string): string {
  const bytes = Uint8Array.from((spkiHead + rootKey).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return sm3Hex(bytes);
}
