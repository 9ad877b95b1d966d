/** What the page that the portal rendered says. */
export interface PageFacts {
  /** The nonce that this page's policy asks of scripts and styles. */
  readonly nonce: string | undefined;
  /** The first snapshot, which the page preloads when it came with a session: what its path needs comes whole. */
  readonly firstSnapshot: string | undefined;
  readonly root: HTMLElement;
}

/** Reads the page. */
export function openPage(document: Document): PageFacts {
  const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce || undefined;
  const found = document.getElementById('root');
  const root = found ?? document.body.appendChild(document.createElement('div'));
  const firstSnapshot = document.querySelector('link[rel="preload"][href^="/api/registry/snapshot"]')?.getAttribute('href') ?? undefined;
  return { nonce, firstSnapshot, root };
}
