import type { ErrorTable } from '@karez/contracts-kernel';
import { DomainError } from '@karez/kernel';

/** Every refusal of this library. The parameters carry names, sizes and key ids only, never key or message content. */
export const cryptoErrors = {
  'crypto.signature_malformed': { status: 400, zh: '签名格式有误。', en: 'The signature is not well-formed.' },
  'crypto.signature_invalid': {
    status: 422,
    zh: '签名验证未通过：内容可能已被改动，或不是由“{signer}”签发。',
    en: 'The signature of {signer} does not verify.',
  },
  'crypto.signed_in_future': {
    status: 422,
    zh: '签名时间晚于本机时间，请核对双方时钟。',
    en: 'The signing time lies in the future; check both clocks.',
  },
  'crypto.digest_mismatch': { status: 422, zh: '内容与签名不符，文件可能已被改动。', en: 'The content is not what was signed.' },
  'crypto.key_invalid': { status: 422, zh: '密钥无效（{reason}）。', en: 'The key is not valid: {reason}.' },
  'crypto.key_unknown': {
    status: 422,
    zh: '目录中没有“{owner}”的这枚密钥（{keyId}）。',
    en: 'The directory has no key {keyId} of {owner}.',
  },
  'crypto.key_revoked': {
    status: 422,
    zh: '“{owner}”的密钥（{keyId}）已于 {revokedAt} 撤销。',
    en: 'Key {keyId} of {owner} was revoked at {revokedAt}.',
  },
  'crypto.key_outside_validity': {
    status: 422,
    zh: '“{owner}”的密钥（{keyId}）不在有效期内。',
    en: 'Key {keyId} of {owner} is outside its period of validity.',
  },
  'crypto.key_wrong_use': {
    status: 422,
    zh: '“{owner}”的密钥（{keyId}）不能用于此用途。',
    en: 'Key {keyId} of {owner} is not for this use.',
  },
  'crypto.key_foreign': {
    status: 500,
    zh: '密钥不属于当前密码设备。',
    en: 'The key handle belongs to another provider, or was destroyed.',
  },
  'crypto.key_not_exportable': { status: 403, zh: '密钥保存在密码设备中，不能导出。', en: 'The key cannot leave its device.' },
  'crypto.unwrap_failed': {
    status: 500,
    zh: '密钥解封失败：主密钥、用途或数据不符。',
    en: 'The wrapped key does not open: wrong master key, context or bytes.',
  },
  'crypto.master_key_invalid': { status: 500, zh: '主密钥配置有误（{reason}）。', en: 'The master keys are misconfigured: {reason}.' },
  'crypto.master_key_unknown': { status: 500, zh: '没有配置编号为“{id}”的主密钥。', en: 'No master key {id} is configured.' },
  'crypto.decryption_failed': {
    status: 422,
    zh: '解密失败：密钥不符或内容已被改动。',
    en: 'Decryption failed: wrong key or altered content.',
  },
  'crypto.input_invalid': {
    status: 400,
    zh: '密码运算的输入有误（{reason}）。',
    en: 'The input of a cryptographic operation is not valid: {reason}.',
  },
  'crypto.not_canonical': { status: 400, zh: '内容不是规范的 JSON（{reason}）。', en: 'The bytes are not canonical JSON: {reason}.' },
  'crypto.envelope_malformed': { status: 400, zh: '信封格式有误（{reason}）。', en: 'The sealed envelope is not well-formed: {reason}.' },
  'crypto.envelope_too_large': { status: 413, zh: '信封超过 {limit} 字节的上限。', en: 'The sealed envelope exceeds {limit} bytes.' },
  'crypto.envelope_misaddressed': {
    status: 422,
    zh: '信封的收件单位不是本单位。',
    en: 'The sealed envelope is addressed to another body.',
  },
  'crypto.overloaded': { status: 503, zh: '签名验签任务过多，请稍后再试。', en: 'Too many signature jobs are waiting; try again shortly.' },
  'crypto.closed': { status: 503, zh: '密码服务正在停止，请稍后再试。', en: 'The crypto provider is closed.' },
  'crypto.worker_failed': { status: 503, zh: '密码运算中断，请重试。', en: 'The crypto worker stopped; try again.' },
} as const satisfies ErrorTable;

export type CryptoErrorCode = keyof typeof cryptoErrors;

/** A refusal of this library; the compiler knows its codes. */
export const refusal = (code: CryptoErrorCode, params?: Readonly<Record<string, unknown>>): DomainError => new DomainError(code, params);
