import { Secret, TOTP } from 'otpauth';

/** The code that an authenticator shows, `steps` half minutes from now: a code is good one step early and one late, and only after those used before. */
export const codeOf = (secret: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({ timestamp: Date.now() + steps * 30_000 });
