/** The folder of an artifact: everything up to the version, `/remotes/radar/1.2.0/`; otherwise the entry's own folder. */
export function remoteFolder(entryUrl: string): string {
  const artifact = /^(?:https?:\/\/[^/]+)?\/remotes\/[^/]+\/[^/]+\//.exec(entryUrl);
  return artifact?.[0] ?? entryUrl.slice(0, entryUrl.lastIndexOf('/') + 1);
}
