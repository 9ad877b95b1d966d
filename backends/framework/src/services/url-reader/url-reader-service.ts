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

/**
 * Reads from other servers, on the leash of the configuration: only allowed hosts (redirects too), only public addresses
 * unless the entry says otherwise, connected to the very address that was checked, with caps on size and time.
 */
export interface UrlReaderService {
  readUrl(url: string, options?: ReadUrlOptions): Promise<ReadUrlResult>;
}
