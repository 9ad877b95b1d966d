import type { SharedRequirement } from '@portico/contracts';

/** What the build of a remote knows of itself, before its manifest is written. */
export interface BuiltRemote {
  /** The remote's folder, with `package.json` and `src/plugin.tsx`. */
  readonly directory: string;
  readonly package: RemotePackage;
  readonly entry: string;
  /** Name of the federation container. */
  readonly global: string;
  /** The shared modules that the build takes from the shell. */
  readonly shared: readonly SharedRequirement[];
  readonly routerNames: readonly string[];
  /** Files for preloading, in the order in which they are wanted. */
  readonly preload: readonly string[];
  /** All files of the artifact but the manifest: path -> bytes. Source maps are not part of it. */
  readonly files: ReadonlyMap<string, Buffer>;
}

/** The fields of a remote's `package.json` that go into its manifest. */
export interface RemotePackage {
  readonly name: string;
  readonly version: string;
  readonly description?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly portico?: {
    readonly pluginId?: string;
    readonly owner?: string;
    readonly attachesTo?: string;
    readonly backend?: string;
  };
}
