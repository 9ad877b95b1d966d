import { phaseBudgets } from './budgets.ts';

/** What a script of a remote is made with. */
export interface EntryScriptOptions {
  readonly url: string;
  readonly integrity: string | undefined;
  readonly nonce: string | undefined;
}

/** The script element of a classic entry. The browser compares the digest before it runs anything. */
export function createEntryScript({ url, integrity, nonce }: EntryScriptOptions): { script: HTMLScriptElement; timeout: number } {
  const script = document.createElement('script');
  script.src = url;
  script.async = true;
  script.crossOrigin = 'anonymous';
  script.fetchPriority = 'high';
  if (integrity) script.integrity = integrity;
  if (nonce) script.nonce = nonce;
  return { script, timeout: phaseBudgets.entry };
}
