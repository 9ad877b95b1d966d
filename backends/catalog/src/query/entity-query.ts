import type { Condition } from './condition.ts';

/** One field to sort by. `field` is a dotted path; entities that lack it come last, whatever the direction. */
export interface OrderField {
  readonly field: string;
  readonly order: 'asc' | 'desc';
}

/** A part of a text that one of the fields has to hold, whatever its case. */
export interface FullTextFilter {
  readonly term: string;
  readonly fields?: readonly string[] | undefined;
}

/** Values of the order fields of an entity, then its id: its place in the order. */
export type Place = readonly (string | number | null)[];

/** A query for a page of entities. */
export interface EntityQuery {
  readonly condition?: Condition | undefined;
  readonly fullText?: FullTextFilter | undefined;
  readonly orderFields: readonly OrderField[];
  readonly limit: number;
  readonly offset: number;
  /** Only entities after this place, or before it when `backwards`. */
  readonly from?: Place | undefined;
  readonly backwards?: boolean;
}

/** One entity of a page: the text as it is served, and its place. */
export interface EntityRow {
  readonly text: string;
  readonly place: Place;
}
