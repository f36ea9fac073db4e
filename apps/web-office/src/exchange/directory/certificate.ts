import type { KeyCertificate } from '@karez/contracts-exchange';

export interface CertificateFacts {
  readonly keyId: string;
  readonly use: 'signature' | 'encryption';
  readonly validFrom: string;
  readonly validUntil?: string;
}

/** What a certificate says of its key, out of the canonical JSON that was signed; undefined when it is not of a form known here. */
export function certificateFacts({ body }: Pick<KeyCertificate, 'body'>): CertificateFacts | undefined {
  try {
    const { keyId, use, validFrom, validUntil } = JSON.parse(body) as Record<string, unknown>;
    if (typeof keyId !== 'string' || typeof validFrom !== 'string' || (use !== 'signature' && use !== 'encryption')) return undefined;
    return { keyId, use, validFrom, ...(typeof validUntil === 'string' && { validUntil }) };
  } catch {
    return undefined;
  }
}
