/** A store of texts that several processes share. Every fault is a rejection; how long it takes is watched by the caller. */
export interface CacheStore {
  /** Longest text that it takes, in bytes. */
  readonly longestText: number;
  /** Texts in the order of `keys`. */
  getMany(keys: readonly string[]): Promise<(string | undefined)[]>;
  set(key: string, text: string, ttlMs: number): Promise<void>;
  delete(key: string): Promise<void>;
  /** Takes away what is left behind a prefix, where the store can do so without holding up others. */
  sweep?(prefix: string): Promise<void>;
  /** Ends the connection at once, also one to a server that does not answer. */
  end(): void;
}

/** How a store is opened. */
export interface OpenStoreOptions {
  /** For the connection to stand. */
  readonly connectMs: number;
  /** Called when the connection ends by itself. */
  readonly onLost: (reason: string) => void;
}

/** Opens a connection and asks something, so that what resolves has been seen working. The client is loaded before: a connection's time limit is none for reading files. */
export type OpenStore = (options: OpenStoreOptions) => Promise<CacheStore>;
