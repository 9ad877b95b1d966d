/** Options of `readUrl`. */
export interface ReadUrlOptions {
  /** Default 10 MiB. */
  readonly maxBytes?: number;
  /** For the whole read, redirects included. Default 10,000. */
  readonly timeoutMs?: number;
  /** Of an earlier answer: gives `not-modified` where nothing has changed. */
  readonly etag?: string;
  readonly signal?: AbortSignal;
  /**
   * Hosts that the plugin's own configuration names, in addition to `backend.reading.allow`, in the same form
   * (`example.com`, `*.example.com`, `localhost:4001`).
   */
  readonly allowHosts?: readonly string[];
}

/** What came of a read. */
export type ReadUrlResult =
  | {
      readonly status: 'ok';
      readonly body: Buffer;
      /** After redirects. */
      readonly url: string;
      readonly etag?: string;
      readonly contentType?: string;
    }
  | { readonly status: 'not-modified' };

/** Options of `readTree`; `maxBytes` goes for the archive as it is sent. */
export interface ReadTreeOptions extends ReadUrlOptions {
  /** True for files that are wanted. Paths are relative to the tree, `size` is in bytes. */
  readonly filter?: (path: string, info: { readonly size: number }) => boolean;
  /** Of all wanted files together. Default 50 MiB. */
  readonly maxTreeBytes?: number;
}

/** A file of a tree. */
export interface TreeFile {
  /** Relative to the tree, with slashes. */
  readonly path: string;
  content(): Promise<Buffer>;
}

/** What came of reading a tree. */
export type ReadTreeResult =
  | { readonly status: 'ok'; files(): Promise<readonly TreeFile[]>; readonly url: string; readonly etag?: string }
  | { readonly status: 'not-modified' };

/** What a search found. */
export type SearchResult =
  | { readonly status: 'ok'; readonly files: readonly { readonly url: string; content(): Promise<Buffer> }[]; readonly etag?: string }
  | { readonly status: 'not-modified' };

/**
 * Reads from other servers, on the leash of the configuration: only allowed hosts (redirects too), only public addresses
 * unless the entry says otherwise, connected to the very address that was checked, with caps on size and time.
 */
export interface UrlReaderService {
  readUrl(url: string, options?: ReadUrlOptions): Promise<ReadUrlResult>;
  /**
   * Reads the files of an archive (tar, also compressed by gzip) as hosts of repositories offer them. Its outermost folder is
   * left out of the paths, links are left out altogether.
   *
   * @throws FRAMEWORK_READ_ARCHIVE, FRAMEWORK_READ_TREE_TOO_LARGE
   */
  readTree(url: string, options?: ReadTreeOptions): Promise<ReadTreeResult>;
  /**
   * The file at an address, or none where there is none. Plain servers can't be asked what they have, so the address can
   * hold no wildcards.
   *
   * @throws FRAMEWORK_READ_PATTERN
   */
  search(url: string, options?: ReadUrlOptions): Promise<SearchResult>;
}
