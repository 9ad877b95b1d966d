const limitMs = 2_000;

/** What a process of this machine shows at `/metrics`; undefined while it is away or too busy to answer. */
export async function readMetricsOf(base: string | undefined): Promise<string | undefined> {
  if (base === undefined) return undefined;
  try {
    const response = await fetch(`${base}/metrics`, { redirect: 'error', signal: AbortSignal.timeout(limitMs) });
    const text = await response.text();
    return response.ok ? text : undefined;
  } catch {
    return undefined;
  }
}
