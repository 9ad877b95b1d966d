const keyword = /^[a-z][a-z-]{0,29}$/;
const longest = 200;
const ofExtension = /^(chrome|moz|safari|safari-web|ms-browser)-extension(:|$)/i;

/** True for what an extension of the browser did: no remote and no portal can help it. */
export function isOfExtension(url: string): boolean {
  return ofExtension.test(url);
}

function parse(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined;
}

/** The path of an address, without query: those may hold what is nobody's business. */
export function pathOf(url: string): string {
  return parse(url)?.pathname ?? '';
}

/**
 * What is kept of an address that was refused: a keyword, the path of a remote's file, the origin of anything else, or the
 * scheme alone.
 */
export function reduceUrl(url: string): string {
  if (keyword.test(url)) return url;
  const parsed = parse(url);
  if (!parsed) return 'other';
  if (!/^(https?|wss?):$/.test(parsed.protocol)) return keyword.test(parsed.protocol.slice(0, -1)) ? parsed.protocol : 'other';
  return (parsed.pathname.startsWith('/remotes/') ? parsed.pathname : parsed.origin).slice(0, longest);
}
