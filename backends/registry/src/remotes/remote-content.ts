import type { BuiltFile } from '@portico/remote-checks';
import type { ArtifactSource } from '../artifacts/artifact-source.ts';

/** What was read of a remote, before anything about it has been judged. */
export interface RemoteContent {
  /** The content of `portico-plugin.json`, of whatever shape. */
  readonly manifest: unknown;
  readonly files?: readonly BuiltFile[];
  /** Where its files come from; none for live remotes. */
  readonly source?: ArtifactSource;
  /** Set for live remotes: the URL that the entry's path is relative to. */
  readonly baseUrl?: string;
  /** True for live remotes that gave nothing but an entry: nobody knows their digests. */
  readonly unverified?: boolean;
  /** The manifest as it was read, and its signature if there is one. */
  readonly signed?: { readonly manifestBytes: Buffer; readonly signature?: string };
  /** Under which its files are served; absent where that follows from the manifest. */
  readonly version?: string;
}
