import { Inject, Injectable } from '@nestjs/common';
import type { LayoutSignature, LayoutView } from '@karez/contracts-exchange';
import { attachmentApi } from '@karez/contracts-files';
import type { CryptoProvider } from '@karez/crypto';
import { DomainError } from '@karez/kernel';
import { Remote } from '@karez/messaging';
import { ExchangeConfig } from '../config.js';
import type { ByteSource } from '../layout-file/byte-source.js';
import type { SignatureFacts } from '../layout-file/layout-facts.js';
import { openLayoutFile } from '../layout-file/open-layout-file.js';

/** Opens a stored layout file as far as its title, pages and seals, by ranges of the bytes that files hands out. */
@Injectable()
export class LayoutReader {
  constructor(
    private readonly remote: Remote,
    private readonly config: ExchangeConfig,
    @Inject('CryptoProvider') private readonly crypto: CryptoProvider,
  ) {}

  /** @throws DomainError `exchange.layout.…` when it is broken or hostile, `service.unavailable` */
  async read(fileId: string, mediaType: string, trace: string): Promise<LayoutView> {
    const bytes = await this.#bytesOf(fileId, trace);
    const { format, title, pages, signatures } = await openLayoutFile(bytes, mediaType, { sm2: this.crypto });
    return { format, ...(title && { title }), pages, signatures: signatures.map(signatureView) };
  }

  async #bytesOf(fileId: string, trace: string): Promise<ByteSource> {
    const { url } = await this.remote.callAsSystem(attachmentApi.issueLink, { fileId, use: 'download' }, trace);
    const address = `${this.config.filesUrl ?? ''}${url.replace(/^\/api/, '')}`;
    const head = await fetch(address, { method: 'HEAD' }).catch(unavailable);
    if (!head.ok) throw new DomainError('service.unavailable', { service: 'files' });
    const size = Number(head.headers.get('content-length'));
    return { size, read: (offset, length) => readRange(address, offset, Math.min(length, size - offset)) };
  }
}

const signatureView = ({ kind, signer, sealName, signedAt, pages, verdict, reason }: SignatureFacts): LayoutSignature => ({
  ...{ kind, verdict },
  ...{ ...(signer && { signer }), ...(sealName && { sealName }), ...(signedAt && { signedAt }), ...(reason && { reason }) },
  ...(pages && { pages: [...pages] }),
});

async function readRange(address: string, offset: number, length: number): Promise<Buffer> {
  if (length <= 0) return Buffer.alloc(0);
  const answer = await fetch(address, { headers: { range: `bytes=${offset}-${offset + length - 1}` } }).catch(unavailable);
  if (answer.status !== 206 && answer.status !== 200) throw new DomainError('service.unavailable', { service: 'files' });
  const bytes = Buffer.from(await answer.arrayBuffer());
  return answer.status === 206 ? bytes : bytes.subarray(offset, offset + length);
}

function unavailable(): never {
  throw new DomainError('service.unavailable', { service: 'files' });
}
