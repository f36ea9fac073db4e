import {
  type Der,
  derAt,
  DerError,
  elementsIn,
  expect,
  numberOf,
  octetsOf,
  oidOf,
  sequenceOf,
  stringOf,
  TAG,
  bitsOf,
  timeOf,
} from './der.js';

/** What is needed of an X.509 certificate (RFC 5280 §4.1) to check a signature made with it. */
export interface Certificate {
  readonly raw: Buffer;
  readonly tbs: Buffer;
  readonly serial: Buffer;
  /** Names as encoded; they are compared, not understood. */
  readonly issuer: Buffer;
  readonly subject: Buffer;
  /** What people call the subject: common name, else unit, else organisation. */
  readonly holder?: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** SubjectPublicKeyInfo. */
  readonly publicKey: Buffer;
  readonly subjectKeyId?: Buffer;
  /** First byte of keyUsage: 0x80 digital signature, 0x40 non-repudiation, 0x04 certificate signing. */
  readonly keyUsage?: number;
  /** May issue others, with at most so many issuers in between. */
  readonly authority?: { readonly pathLength: number };
  readonly algorithm: string;
  readonly signature: Buffer;
}

/** @throws DerError */
export function parseCertificate(der: Buffer): Certificate {
  const whole = derAt(der);
  const [tbs, algorithm, signature] = sequenceOf(whole);
  const fields = sequenceOf(tbs);
  if (fields[0]?.tag === TAG.context0) fields.shift();
  const [serial, , issuer, validity, subject, publicKey, ...more] = fields;
  const [notBefore, notAfter] = sequenceOf(validity);
  const holder = holderOf(expect(subject, TAG.sequence));
  return {
    raw: whole.raw,
    tbs: expect(tbs, TAG.sequence).raw,
    serial: expect(serial, TAG.integer).content,
    issuer: expect(issuer, TAG.sequence).raw,
    subject: expect(subject, TAG.sequence).raw,
    ...(holder && { holder }),
    notBefore: timeOf(notBefore),
    notAfter: timeOf(notAfter),
    publicKey: expect(publicKey, TAG.sequence).raw,
    ...extensionsOf(more),
    algorithm: oidOf(sequenceOf(algorithm)[0]),
    signature: bitsOf(signature),
  };
}

export const isValidAt = ({ notBefore, notAfter }: Certificate, time: Date): boolean => notBefore <= time && time <= notAfter;

const commonName = '2.5.4.3';
function holderOf(name: Der): string | undefined {
  const parts = new Map<string, string>();
  for (const set of elementsIn(name.content))
    for (const pair of sequenceOf(set, TAG.set)) {
      const [type, value] = sequenceOf(pair);
      if (value) parts.set(oidOf(type), stringOf(value).trim());
    }
  return parts.get(commonName) || parts.get('2.5.4.11') || parts.get('2.5.4.10') || undefined;
}

type Extensions = Pick<Certificate, 'keyUsage' | 'authority' | 'subjectKeyId'>;
function extensionsOf(fields: readonly Der[]): Extensions {
  const wrapper = fields.find(({ tag }) => tag === TAG.context3);
  if (!wrapper) return {};
  const found: { -readonly [K in keyof Extensions]: Extensions[K] } = {};
  for (const extension of sequenceOf(derAt(wrapper.content))) {
    const parts = elementsIn(extension.content);
    const value = octetsOf(parts.at(-1));
    const id = oidOf(parts[0]);
    if (id === '2.5.29.15') found.keyUsage = expect(derAt(value), TAG.bits).content[1] ?? 0;
    else if (id === '2.5.29.14') found.subjectKeyId = octetsOf(derAt(value));
    else if (id === '2.5.29.19') Object.assign(found, authorityOf(derAt(value)));
  }
  return found;
}

function authorityOf(constraints: Der): Extensions {
  const [authority, pathLength] = sequenceOf(constraints);
  if (authority?.tag !== TAG.boolean) return {};
  if (authority.content.length !== 1) throw new DerError('boolean');
  return authority.content[0] ? { authority: { pathLength: pathLength ? numberOf(pathLength) : Number.POSITIVE_INFINITY } } : {};
}
