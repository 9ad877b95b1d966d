/** One value to filter by. */
export interface FilterOption {
  readonly value: string;
  readonly label: string;
  /** How many things have it, as things stand. */
  readonly count?: number;
}
