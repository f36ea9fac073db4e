/** Only a place inside this workspace is returned to after signing in, never an address that someone put into the link. */
export const safeNext = (next: string | null): string => (next && /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in') ? next : '/');
