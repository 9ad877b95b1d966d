/** A file or URL that is read for entities. `target` is an absolute path or URL. */
export interface SourceSpec {
  readonly type: 'file' | 'url';
  readonly target: string;
}

/** A source named by a Location entity. */
export interface SourceTarget extends SourceSpec {
  /** An `optional` source that is missing is no problem. */
  readonly presence: 'required' | 'optional';
  /** The Location entity that names it; none for what a provider brings. */
  readonly parentRef?: string | undefined;
}

/** `file:/folder/catalog-info.yaml`, `url:https://...` */
export function locationOf(spec: { readonly type: string; readonly target: string }): string {
  return `${spec.type}:${spec.target}`;
}
