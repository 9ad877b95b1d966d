import type { SearchResult } from '@portico/plugin-api';

/** What the palette offers: somewhere to go, or something to do. */
export type PaletteItem =
  | (SearchResult & { readonly run?: undefined })
  | (Omit<SearchResult, 'to'> & { readonly to?: undefined; readonly run: () => void });

/** Items under one heading. */
export interface PaletteGroup {
  readonly key: string;
  readonly title: string;
  readonly items: readonly PaletteItem[];
  /** Why there are none. */
  readonly problem?: string;
}

/** How well an item fits: 0 begins with the text, 1 has a word that does, 2 has all its words somewhere; undefined does not fit. */
function fitOf({ title, subtitle = '' }: PaletteItem, text: string): number | undefined {
  const name = title.toLowerCase();
  if (name.startsWith(text)) return 0;
  if (` ${name}`.includes(` ${text}`)) return 1;
  const all = `${name} ${subtitle.toLowerCase()}`;
  return text.split(/\s+/).every(word => all.includes(word)) ? 2 : undefined;
}

/** The items that fit a text, the best first; all of them without one. */
export function matchingItems(items: readonly PaletteItem[], text: string): readonly PaletteItem[] {
  const wanted = text.trim().toLowerCase();
  if (!wanted) return items;
  return items
    .map(item => ({ item, fit: fitOf(item, wanted) }))
    .filter((found): found is { item: PaletteItem; fit: number } => found.fit !== undefined)
    .sort((left, right) => left.fit - right.fit)
    .map(({ item }) => item);
}
