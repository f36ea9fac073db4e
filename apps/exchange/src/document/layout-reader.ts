import { Inject, Injectable } from '@nestjs/common';
import type { LayoutSignature, LayoutView } from '@karez/contracts-exchange';
import type { CryptoProvider } from '@karez/crypto';
import type { SignatureFacts } from '../layout-file/layout-facts.js';
import { openLayoutFile } from '../layout-file/open-layout-file.js';
import { StoredBytes } from './stored-bytes.js';

/** Opens a stored layout file as far as its title, pages and seals, by ranges of the bytes that files hands out. */
@Injectable()
export class LayoutReader {
  constructor(
    private readonly stored: StoredBytes,
    @Inject('CryptoProvider') private readonly crypto: CryptoProvider,
  ) {}

  /** @throws DomainError `exchange.layout.…` when it is broken or hostile, `service.unavailable` */
  async read(fileId: string, mediaType: string, trace: string): Promise<LayoutView> {
    const bytes = await this.stored.open(fileId, trace);
    const { format, title, pages, signatures } = await openLayoutFile(bytes, mediaType, { sm2: this.crypto });
    return { format, ...(title && { title }), pages, signatures: signatures.map(signatureView) };
  }
}

const signatureView = ({ kind, verdict, trust, pages, signer, sealName, signedAt, reason, about }: SignatureFacts): LayoutSignature => ({
  ...{ kind, verdict, trusted: trust === 'trusted_issuer' },
  ...{ ...(signer && { signer }), ...(sealName && { sealName }), ...(signedAt && { signedAt }) },
  ...{ ...(reason && { reason }), ...(about && { about }), ...(pages && { pages: [...pages] }) },
});
