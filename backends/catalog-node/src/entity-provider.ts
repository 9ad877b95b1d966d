import type { Entity } from '@portico/plugin-catalog-common';

/** One file of a tree. */
export interface CatalogFile {
  readonly text: string;
  /** Changes when the file changes. */
  readonly version: string;
}

/** Files at one moment, from which entities are read: a commit of a repository, a bucket, an archive. */
export interface CatalogTree {
  /**
   * Absolute URL of the folder that holds them, with a slash at its end. The location of an entity is this URL with the
   * file's path; Location entities and placeholders may name other files below it by relative paths.
   */
  readonly url: string;
  /** Changes when any file changes. */
  readonly version: string;
  /** Files that describe entities; relative to `url`, with slashes. */
  readonly paths: readonly string[];
  /** Undefined where there is no such file. Rejects where it can't be read; the entities of the file then stay as they are. */
  read(path: string): Promise<CatalogFile | undefined>;
}

/** Replaces all that a provider brought before. What is refused is listed by `GET /api/catalog/problems`. */
export type EntityProviderMutation =
  | { readonly type: 'full'; readonly entities: readonly Entity[] }
  | { readonly type: 'full'; readonly tree: CatalogTree };

/** The way of a provider into the catalog. */
export interface EntityProviderConnection {
  /** Settles when the change is served. What was there before stays until then, also after a restart. */
  applyMutation(mutation: EntityProviderMutation): Promise<void>;
  /**
   * Version of the tree that the catalog has of this provider, on whichever replica it was brought: what a provider itself
   * remembers of it may be outdated. Undefined before the first one.
   */
  treeVersion(): Promise<string | undefined>;
}

/** Brings entities into the catalog from somewhere else than the configured locations. */
export interface EntityProvider {
  /** Unique and stable, for instance `git:meridian`. What it brought is known by it. */
  getProviderName(): string;
  /** Kinds that it may bring (`Component`, `Group`); all that `catalog.rules` name without it. */
  readonly allow?: readonly string[];
  /** Called once in each life of the catalog, before anything is served. Start schedules here; don't wait for the first result. */
  connect(connection: EntityProviderConnection): Promise<void>;
}
