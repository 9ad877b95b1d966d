/** By what the list can be sorted: the ids of its columns. */
export const sortColumns = ['name', 'owner', 'type', 'lifecycle'] as const;

/** What the list shows. It lives in the address, so that a link or a reload shows the same. */
export interface ListState {
  /** A kind in lower case, or `all`. */
  readonly kind: string;
  /** The search text. */
  readonly text: string;
  readonly sort: { readonly column: (typeof sortColumns)[number]; readonly direction: 'ascending' | 'descending' };
  /** Where the page begins, as the catalog told; undefined for the first page. */
  readonly cursor: string | undefined;
  /** The number of the page, only to be shown. */
  readonly page: number;
}

/** What the list shows when the address says nothing. */
export const initialListState: ListState = {
  kind: 'component',
  text: '',
  sort: { column: 'name', direction: 'ascending' },
  cursor: undefined,
  page: 1,
};

/** Reads the query string of the list's address. What it can't understand is as if it were not there. */
export function readListState(parameters: URLSearchParams): ListState {
  const sort = parameters.get('sort') ?? '';
  const column = sortColumns.find(one => one === sort.replace(/^-/, ''));
  const cursor = parameters.get('cursor') ?? undefined;
  const page = Number(parameters.get('page'));
  return {
    kind: parameters.get('kind')?.toLowerCase() || initialListState.kind,
    text: parameters.get('text') ?? '',
    sort: column ? { column, direction: sort.startsWith('-') ? 'descending' : 'ascending' } : initialListState.sort,
    cursor,
    page: cursor !== undefined && Number.isInteger(page) && page > 1 ? page : 1,
  };
}

/** The query string for a state; what is as it is at first is left out. */
export function writeListState({ kind, text, sort, cursor, page }: ListState): URLSearchParams {
  const parameters = new URLSearchParams();
  if (kind !== initialListState.kind) parameters.set('kind', kind);
  if (text !== '') parameters.set('text', text);
  const order = `${sort.direction === 'descending' ? '-' : ''}${sort.column}`;
  if (order !== initialListState.sort.column) parameters.set('sort', order);
  if (cursor !== undefined) {
    parameters.set('cursor', cursor);
    if (page > 1) parameters.set('page', String(page));
  }
  return parameters;
}
