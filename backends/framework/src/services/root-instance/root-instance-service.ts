/** Where this process listens. */
export interface ListenAddress {
  readonly host: string;
  readonly port: number;
}

/** What is fixed for the life of this process. */
export interface RootInstanceService {
  /** Absolute path of the folder that holds databases and keys. */
  readonly dataDirectory: string;
  /** Known from the moment the server listens; waits until then. */
  address(): Promise<ListenAddress>;
  /** True while the server can only be reached from this machine. */
  listensOnLoopback(): boolean;
  /** True on loopback outside `PORTICO_ENV=production`: whoever reaches the portal may be its admin. */
  readonly development: boolean;
}
