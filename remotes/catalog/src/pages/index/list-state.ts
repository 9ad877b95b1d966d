/** By what the list can be sorted: the ids of its columns. */
export const sortColumns = ['name', 'system', 'owner', 'type', 'lifecycle'] as const;

/** The filters beside kind and list, in the order in which they stand. */
export const filterNames = ['type', 'owner', 'lifecycle', 'tag'] as const;

export type FilterName = (typeof filterNames)[number];

const lists = ['all', 'owned', 'starred'] as const;

/** What the list shows. It lives in the address, so that a link or a reload shows the same. */
export interface ListState {
  /** A kind in lower case, or `all`. */
  readonly kind: string;
  /** Everybody's entities, those that the user owns, or those with the user's star. */
  readonly list: (typeof lists)[number];
  /** The chosen value of each filter. `owner` is an entity ref. */
  readonly filters: Readonly<Partial<Record<FilterName, string>>>;
  /** The search text. */
  readonly text: string;
  readonly sort: { readonly column: (typeof sortColumns)[number]; readonly direction: 'ascending' | 'descending' };
}

/** What the list shows when the address says nothing. */
export const initialListState: ListState = {
  kind: 'component',
  list: 'all',
  filters: {},
  text: '',
  sort: { column: 'name', direction: 'ascending' },
};

/** Reads the query string of the list's address. What it can't understand is as if it were not there. */
export function readListState(parameters: URLSearchParams): ListState {
  const sort = parameters.get('sort') ?? '';
  const column = sortColumns.find(one => one === sort.replace(/^-/, ''));
  const filters = filterNames.flatMap(name => {
    const value = parameters.get(name);
    return value ? [[name, value] as const] : [];
  });
  return {
    kind: parameters.get('kind')?.toLowerCase() || initialListState.kind,
    list: lists.find(one => one === parameters.get('list')) ?? initialListState.list,
    filters: Object.fromEntries(filters),
    text: parameters.get('text') ?? '',
    sort: column ? { column, direction: sort.startsWith('-') ? 'descending' : 'ascending' } : initialListState.sort,
  };
}

/** The query string for a state; what is as it is at first is left out. */
export function writeListState({ kind, list, filters, text, sort }: ListState): URLSearchParams {
  const parameters = new URLSearchParams();
  if (kind !== initialListState.kind) parameters.set('kind', kind);
  if (list !== initialListState.list) parameters.set('list', list);
  for (const name of filterNames) {
    const value = filters[name];
    if (value) parameters.set(name, value);
  }
  if (text !== '') parameters.set('text', text);
  const order = `${sort.direction === 'descending' ? '-' : ''}${sort.column}`;
  if (order !== initialListState.sort.column) parameters.set('sort', order);
  return parameters;
}
