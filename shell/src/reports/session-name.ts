const key = 'portico-session-name';

/** A random text that tells this page from others of the same user; the same after a reload. */
export function sessionName(storage: () => Pick<Storage, 'getItem' | 'setItem'>): string {
  const fresh = () => [...crypto.getRandomValues(new Uint8Array(12))].map(byte => byte.toString(16).padStart(2, '0')).join('');
  try {
    const known = storage().getItem(key) ?? fresh();
    storage().setItem(key, known);
    return known.slice(0, 64).padEnd(8, '0');
  } catch {
    // A browser that keeps nothing for pages.
    return fresh();
  }
}
