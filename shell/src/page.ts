interface DefaultPolicy {
  createScriptURL(url: string): string;
  createScript(text: string): string;
}

/** What the page that the portal rendered says. */
export interface PageFacts {
  /** The nonce that this page's policy asks of scripts and styles. */
  readonly nonce: string | undefined;
  /** True when the page came with a session, so that it preloads the snapshot. */
  readonly expectsSession: boolean;
  readonly root: HTMLElement;
}

/**
 * Reads the page, and makes the browser accept the scripts that the shell adds: the default policy of Trusted Types takes
 * the URLs, since what counts for them is the digest and the nonce.
 */
export function openPage(document: Document): PageFacts {
  const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce || undefined;
  const { trustedTypes } = window as { trustedTypes?: { createPolicy(name: string, policy: DefaultPolicy): unknown } };
  trustedTypes?.createPolicy('default', { createScriptURL: url => url, createScript: text => text });
  const found = document.getElementById('root');
  const root = found ?? document.body.appendChild(document.createElement('div'));
  const expectsSession = document.querySelector('link[rel="preload"][href="/api/registry/snapshot"]') !== null;
  return { nonce, expectsSession, root };
}
