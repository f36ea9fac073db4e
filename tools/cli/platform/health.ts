/** Whether an address answers with a status that `good` accepts. Never throws. */
export async function respondsAt(url: string, good: (status: number) => boolean = (status) => status === 200): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(3000), redirect: 'manual' });
    await response.body?.cancel();
    return good(response.status);
  } catch {
    return false;
  }
}

/** A service says itself when it is ready; a web app is ready when it serves anything at all. */
export function readinessOf(
  app: { readonly needs: readonly string[] },
  healthPort: number,
  httpPort: number | undefined,
): () => Promise<boolean> {
  if (app.needs.includes('bus')) return () => respondsAt(`http://127.0.0.1:${healthPort}/health/ready`);
  return () => respondsAt(`http://127.0.0.1:${httpPort}/`, (status) => status < 500);
}
