/** That a remote belongs to this portal, and where it is read from. */
export interface Registration {
  /** `configuration`: named in `registry.remotes`. `call`: registered by `POST /remotes`. */
  readonly origin: 'configuration' | 'call';
  /**
   * `folder`: a build folder on this machine. `mirror`: hosted by its team and copied into the database. `live`: hosted by
   * its team and loaded from there by browsers. `published`: it has the versions that are published to it and no others.
   */
  readonly kind: 'folder' | 'mirror' | 'live' | 'published';
  /** The id that it is known by until its manifest has been read. */
  readonly id: string;
  /** The id that its manifest must have. */
  readonly expectedId?: string;
  /** Path as configured, or URL; empty for published remotes. */
  readonly location: string;
  /** Replaces the path of its first page. */
  readonly route?: string;
  /** Replaces its title. */
  readonly title?: string;
  /** How the entry of a live remote without a manifest is run; default `script`. */
  readonly type?: 'script' | 'module';
  /** The container's name of a live remote without a manifest; default its id with underscores. */
  readonly global?: string;
}
