import type { LoadableRemote } from './loadable-remote.ts';

/** A remote as the federation runtime takes it. */
export interface FederationRemote {
  readonly name: string;
  readonly entry: string;
  readonly entryGlobalName: string;
  readonly type: 'global' | 'module';
}

/** What loading needs of the federation runtime. */
export interface FederationRuntime {
  registerRemotes(remotes: FederationRemote[]): void;
  loadRemote(id: string): Promise<unknown>;
}

/** One attempt to load one version of a remote, under the name by which the federation runtime knows it. */
export interface Attempt {
  readonly name: string;
  readonly remote: LoadableRemote;
  /** 0 for the first. */
  readonly number: number;
}
