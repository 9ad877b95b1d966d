/** What the page that the portal rendered says. */
export interface PageFacts {
  /** The nonce that this page's policy asks of scripts and styles. */
  readonly nonce: string | undefined;
  /** True when the page came with a session, so that it preloads the snapshot. */
  readonly expectsSession: boolean;
  readonly root: HTMLElement;
}

/** Reads the page. */
export function openPage(document: Document): PageFacts {
  const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce || undefined;
  const found = document.getElementById('root');
  const root = found ?? document.body.appendChild(document.createElement('div'));
  const expectsSession = document.querySelector('link[rel="preload"][href="/api/registry/snapshot"]') !== null;
  return { nonce, expectsSession, root };
}
