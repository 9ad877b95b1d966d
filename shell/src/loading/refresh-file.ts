/** Milliseconds that a cached file may take to be fetched anew. */
const budgetMs = 10_000;

/**
 * Fetches a file past the HTTP cache. Artifacts are immutable, so a file that arrived damaged would stay so in the cache;
 * what is fetched here replaces it. Failures are left to whoever asks for the file next.
 */
export async function refreshFile(url: string): Promise<void> {
  try {
    const response = await fetch(url, { cache: 'reload', signal: AbortSignal.timeout(budgetMs) });
    await response.arrayBuffer();
  } catch {
    // The next request for the file says it better.
  }
}
