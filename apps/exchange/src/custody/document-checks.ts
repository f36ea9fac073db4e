import { Injectable } from '@nestjs/common';
import type { DeliveryCheck } from '@karez/contracts-exchange';
import { DomainError } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import { KeyRing } from '../key/key-ring.js';
import { type SealedDocument, SealedDocuments } from '../document/sealed-document.js';

/** The three things that are looked at before a body signs for a document: seal, signature of the body, digest. */
@Injectable()
export class DocumentChecks {
  constructor(
    private readonly sealed: SealedDocuments,
    private readonly keys: KeyRing,
  ) {}

  async of(tx: Tx, document: SealedDocument): Promise<DeliveryCheck[]> {
    const refusal = await this.#refusalOf(tx, document);
    const digest: DeliveryCheck = {
      ...{ kind: 'digest', passed: refusal !== 'crypto.digest_mismatch' },
      text: refusal === 'crypto.digest_mismatch' ? '正文与封装时不一致' : `SM3 摘要相符，${document.digest.slice(0, 12)}…`,
    };
    return [sealCheck(document), await this.#signatureCheck(tx, document, refusal), digest];
  }

  async #refusalOf(tx: Tx, document: SealedDocument): Promise<string | undefined> {
    try {
      await this.sealed.verifyIn(tx, document);
      return undefined;
    } catch (error) {
      if (error instanceof DomainError) return error.code;
      throw error;
    }
  }

  async #signatureCheck({ manager }: Tx, { says, signature }: SealedDocument, refusal: string | undefined): Promise<DeliveryCheck> {
    if (refusal) return { kind: 'signature', passed: false, text: reasons[refusal] ?? `单位签名验证不通过（${refusal}）` };
    const key = await this.keys.within(manager).find(signature.signer, signature.keyId);
    const until = key?.validUntil ? `，证书至 ${key.validUntil.toISOString().slice(0, 7)}` : '';
    return { kind: 'signature', passed: true, text: `${says.orgName}，SM2${until}` };
  }
}

const reasons: Readonly<Record<string, string>> = {
  'crypto.signature_invalid': '单位签名验证不通过，内容可能被改动',
  'crypto.digest_mismatch': '签名对应的内容已被改动',
  'crypto.key_unknown': '目录中没有发文单位的这枚密钥',
  'crypto.key_revoked': '发文单位的密钥已撤销',
  'crypto.key_outside_validity': '签名时密钥不在有效期内',
  'crypto.signed_in_future': '签名时间晚于本机时间，请核对时钟',
};

/** Seals inside the layout file were checked when it was opened; a document without a layout file carries the body's signature alone. */
function sealCheck({ files, says }: SealedDocument): DeliveryCheck {
  const layout = files.find(({ role }) => role === 'layout')?.layout;
  const invalid = layout?.signatures.find(({ verdict }) => verdict === 'invalid');
  if (invalid) return { kind: 'seal', passed: false, text: `版式文件中的印章无效（${invalid.sealName ?? invalid.signer ?? '未署名'}）` };
  const valid = layout?.signatures.find(({ verdict }) => verdict === 'valid');
  if (valid) return { kind: 'seal', passed: true, text: valid.sealName ?? valid.signer ?? '版式文件印章有效' };
  return { kind: 'seal', passed: true, text: `以单位签名为准，${says.orgName}` };
}
