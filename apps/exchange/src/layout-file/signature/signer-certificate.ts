import { type Certificate, isValidAt } from '../asn1/certificate.js';
import { type Finding, invalid, unverifiable } from './finding.js';

const signs = 0x80 | 0x40;

/** Whether a certificate could sign at that time. */
export function certificateFinding(certificate: Certificate, signedAt: Date | undefined): Finding | undefined {
  if (certificate.keyUsage !== undefined && !(certificate.keyUsage & signs))
    return invalid('exchange.layout.certificate_use', certificate.holder);
  // without a time no period can be judged
  if (!signedAt) return unverifiable('exchange.layout.signature_broken', 'time');
  if (!isValidAt(certificate, signedAt)) return invalid('exchange.layout.certificate_period', certificate.holder);
  return undefined;
}
