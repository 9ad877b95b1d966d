/** By what the list can be sorted: the ids of its columns. */
export const sortColumns = ['name', 'system', 'owner', 'type', 'lifecycle'] as const;

/** The filters beside kind and list, in the order in which they stand. */
export const filterNames = ['type', 'owner', 'lifecycle', 'tag'] as const;

export type FilterName = (typeof filterNames)[number];

/** Chosen values by filter: an entity has one of them for each. Those of `owner` are entity refs. */
export type ListFilters = Readonly<Partial<Record<FilterName, readonly string[]>>>;

const lists = ['all', 'owned', 'starred'] as const;

/** Everybody's entities, those that the user owns, or those with the user's star. */
export type ListName = (typeof lists)[number];

/** What the address says of the list, so that a link or a reload shows the same. */
export interface ListAddress {
  /** A kind in lower case, or `all`. */
  readonly kind: string;
  /** Absent while nobody has chosen: see `impliedList`. */
  readonly list?: ListName;
  readonly filters: ListFilters;
  /** The search text. */
  readonly text: string;
  readonly sort: { readonly column: (typeof sortColumns)[number]; readonly direction: 'ascending' | 'descending' };
}

/** What the list shows. */
export interface ListState extends ListAddress {
  readonly list: ListName;
}

/** What an address without a query says. */
export const initialAddress: ListAddress = {
  kind: 'component',
  filters: {},
  text: '',
  sort: { column: 'name', direction: 'ascending' },
};

/**
 * The list that an address without one means: what the user owns, where that is anything, else all. An address that searches or
 * filters means all: whoever made it looks for something, not for what is theirs.
 */
export function impliedList({ filters, text }: Pick<ListAddress, 'filters' | 'text'>, owns: boolean): ListName {
  return owns && text === '' && !hasFilters(filters) ? 'owned' : 'all';
}

/** True when any filter has a value. */
export function hasFilters(filters: ListFilters): boolean {
  return filterNames.some(name => filters[name]?.length);
}

/** Reads the query string of the list's address. What it can't understand is as if it were not there. */
export function readAddress(parameters: URLSearchParams): ListAddress {
  const sort = parameters.get('sort') ?? '';
  const column = sortColumns.find(one => one === sort.replace(/^-/, ''));
  const list = lists.find(one => one === parameters.get('list'));
  const filters = filterNames.flatMap(name => {
    const values = [...new Set(parameters.getAll(name))].filter(Boolean);
    return values.length > 0 ? [[name, values] as const] : [];
  });
  return {
    kind: parameters.get('kind')?.toLowerCase() || initialAddress.kind,
    ...(list === undefined ? {} : { list }),
    filters: Object.fromEntries(filters),
    text: parameters.get('text') ?? '',
    sort: column ? { column, direction: sort.startsWith('-') ? 'descending' : 'ascending' } : initialAddress.sort,
  };
}

/** The query string for an address; what is as it is at first is left out. */
export function writeAddress({ kind, list, filters, text, sort }: ListAddress): URLSearchParams {
  const parameters = new URLSearchParams();
  if (kind !== initialAddress.kind) parameters.set('kind', kind);
  if (list !== undefined) parameters.set('list', list);
  for (const name of filterNames) {
    for (const value of filters[name] ?? []) parameters.append(name, value);
  }
  if (text !== '') parameters.set('text', text);
  const order = `${sort.direction === 'descending' ? '-' : ''}${sort.column}`;
  if (order !== initialAddress.sort.column) parameters.set('sort', order);
  return parameters;
}

/**
 * The address after a change. A list that nobody chose stays unchosen where the new address means the same one, is chosen when a
 * filter narrows it, and gives way to all when a search begins: a search looks everywhere.
 */
export function changeAddress(before: ListAddress, change: Partial<ListAddress>, owns: (kind: string) => boolean): ListAddress {
  const { list, ...next } = { ...before, ...change };
  const implied = impliedList(next, owns(next.kind));
  const meant = list ?? (change.filters && !change.text ? impliedList(before, owns(next.kind)) : implied);
  return meant === implied ? next : { ...next, list: meant };
}
