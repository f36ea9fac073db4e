const states = /^(08|53|57P0)/;
const systemCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT', 'ENOTFOUND']);
/** What `pg` says without a code. */
const words = /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error/;

/**
 * Whether a failure says that the database could not be reached or had no room, so that the event itself is not to blame
 * (SQLSTATE classes 08, 53, 57P0x: PostgreSQL, appendix A).
 */
export function databaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string' && (states.test(code) || systemCodes.has(code))) return true;
  return words.test(error.message);
}
