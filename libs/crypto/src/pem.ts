/** The first PEM block (RFC 7468) with one of the labels; undefined when the text has none that is well-formed. */
export function readPem(text: string, labels: readonly string[]): { label: string; der: Buffer } | undefined {
  for (const [, label, body] of text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\s]+)-----END \1-----/g)) {
    if (label === undefined || body === undefined || !labels.includes(label)) continue;
    const packed = body.replace(/\s/g, '');
    const der = Buffer.from(packed, 'base64');
    return der.toString('base64') === packed ? { label, der } : undefined;
  }
  return undefined;
}

export function writePem(label: string, der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}
