const budgetMs = 5_000;

/**
 * Ends all overrides before anything of them is loaded, and begins the page anew: what it asked for ahead may still hold
 * them. The way out of an override with which the portal can't be used.
 */
export async function resetAtStart(): Promise<void> {
  try {
    const answer = await fetch('/api/registry/overrides', { method: 'DELETE', signal: AbortSignal.timeout(budgetMs) });
    if (answer.ok) window.location.reload();
    // Nothing more happens on this page.
    if (answer.ok) await new Promise(() => undefined);
  } catch {
    // Without a registry there is no override either: what the browser remembers has none.
  }
}
