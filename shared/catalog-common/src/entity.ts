/** Any JSON value. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  readonly [key: string]: JsonValue | undefined;
}

/** A link to a page outside the portal. `url` is any parseable URL: whoever renders it has to refuse unsafe schemes. */
export interface EntityLink {
  readonly url: string;
  readonly title?: string;
  readonly icon?: string;
  readonly type?: string;
}

/** What every entity carries, whatever its kind. */
export interface EntityMeta {
  readonly name: string;
  readonly namespace?: string;
  readonly title?: string;
  readonly description?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly tags?: readonly string[];
  readonly links?: readonly EntityLink[];
  /** Set by the catalog: stays the same as long as the entity exists. */
  readonly uid?: string;
  /** Set by the catalog: changes with every change of the entity. */
  readonly etag?: string;
  readonly [key: string]: unknown;
}

/** A relation as the catalog serves it. `targetRef` is a full, lower-case entity ref; its entity need not exist. */
export interface EntityRelation {
  readonly type: string;
  readonly targetRef: string;
}

/** One entity of the catalog. `relations` is set by the catalog and refused on input. */
export interface Entity {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: EntityMeta;
  readonly spec?: JsonObject;
  readonly relations?: readonly EntityRelation[];
}
