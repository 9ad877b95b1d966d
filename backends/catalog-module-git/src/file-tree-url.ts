/** Where a repository's files are shown, by what kind of host it is; GitHub's way for hosts that aren't known. */
const layouts: readonly [host: RegExp, path: (branch: string) => string][] = [
  [/(^|\.)gitlab\./, branch => `-/blob/${branch}/`],
  [/(^|\.)bitbucket\.org$/, branch => `src/${branch}/`],
  [/(^|\.)(codeberg\.org|gitea\.|forgejo\.)/, branch => `src/branch/${branch}/`],
  [/(^|\.)sr\.ht$/, branch => `tree/${branch}/item/`],
];

const scpLike = /^(?:[^@/\s]+@)?(?<host>[^:/\s]+):(?!\/\/)(?<path>[^/].*)$/;

/** What `fileTreeUrl` takes. */
export interface FileTreeOptions {
  readonly url: string;
  readonly branch: string;
  /** Said by the operator: the page that lists the branch's files. */
  readonly webUrl?: string | undefined;
}

/**
 * The absolute URL, ending in a slash, below which the files of a repository are known. For a repository on a host it is
 * the page where people read the file; one on this machine has none, and gets a `git+file:` URL that nothing opens.
 */
export function fileTreeUrl({ url, branch, webUrl }: FileTreeOptions): string {
  if (webUrl !== undefined) return webUrl.endsWith('/') ? webUrl : `${webUrl}/`;
  const scp = scpLike.exec(url)?.groups;
  const parsed = scp ? undefined : URL.parse(url);
  const host = scp?.['host'] ?? (parsed?.protocol === 'file:' ? undefined : parsed?.host);
  const path = (scp?.['path'] ?? parsed?.pathname ?? url).replace(/\.git\/?$/, '').replace(/^\/+|\/+$/g, '');
  const encoded = branch.split('/').map(encodeURIComponent).join('/');
  if (host === undefined) return `git+file:///${path}/blob/${encoded}/`;
  const name = (parsed?.hostname ?? host).replace(/^\[|\]$/g, '');
  const shown = layouts.find(([pattern]) => pattern.test(name))?.[1](encoded) ?? `blob/${encoded}/`;
  const scheme = parsed?.protocol === 'http:' ? 'http' : 'https';
  // A port of ssh says nothing about the port of the pages.
  return `${scheme}://${parsed?.protocol.startsWith('http') ? host : name}/${path}/${shown}`;
}
