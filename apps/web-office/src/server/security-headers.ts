/**
 * The page's policy. Scripts, pictures and calls come from this site alone. Ant Design writes `<style>` elements while it runs:
 * each carries the nonce of this one answer, so nobody else's style is let in.
 * @param nonce of the answer; absent on files, which contain no page
 */
export function securityHeaders(secure: boolean, nonce?: string): Readonly<Record<string, string>> {
  const style = nonce ? `style-src 'self' 'nonce-${nonce}'` : "style-src 'self'";
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      style,
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "frame-src 'self'", // previews of layout files
      "manifest-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    ...(secure && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
  };
}
