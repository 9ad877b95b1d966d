/** Tells the browser which digests modules must have, by URL, before they are imported. */
export function addModuleDigests(digests: Readonly<Record<string, string>>, nonce: string | undefined): void {
  const script = document.createElement('script');
  script.type = 'importmap';
  if (nonce) script.nonce = nonce;
  script.textContent = JSON.stringify({ integrity: digests });
  document.head.append(script);
}
