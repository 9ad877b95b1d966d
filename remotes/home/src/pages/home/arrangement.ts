/** What a user changed about the home page. Keys of cards: `<plugin>/<extension>`. */
export interface Arrangement {
  /** Cards in the user's order; those that are not named keep their own place behind them. */
  readonly order: readonly string[];
  readonly hidden: readonly string[];
}

export const unchanged: Arrangement = { order: [], hidden: [] };

/** The keys in the user's order; new cards stand at the end. */
export function inUsersOrder(keys: readonly string[], { order }: Arrangement): readonly string[] {
  const known = order.filter(key => keys.includes(key));
  return [...known, ...keys.filter(key => !known.includes(key))];
}

/** The arrangement in which a card stands one place further up (-1) or down (1). */
export function moved(arrangement: Arrangement, keys: readonly string[], step: { key: string; by: -1 | 1 }): Arrangement {
  const order = [...inUsersOrder(keys, arrangement)];
  const from = order.indexOf(step.key);
  const to = from + step.by;
  if (from < 0 || to < 0 || to >= order.length) return arrangement;
  order.splice(from, 1);
  order.splice(to, 0, step.key);
  return { ...arrangement, order };
}

/** The arrangement in which a card stands where another one stood, which makes room for it. */
export function placed(arrangement: Arrangement, keys: readonly string[], move: { key: string; at: string }): Arrangement {
  const order = [...inUsersOrder(keys, arrangement)];
  const [from, to] = [order.indexOf(move.key), order.indexOf(move.at)];
  if (from < 0 || to < 0 || from === to) return arrangement;
  order.splice(from, 1);
  order.splice(to, 0, move.key);
  return { ...arrangement, order };
}

/** The arrangement with a card hidden, or shown again. */
export function toggled(arrangement: Arrangement, key: string): Arrangement {
  const { hidden } = arrangement;
  return { ...arrangement, hidden: hidden.includes(key) ? hidden.filter(other => other !== key) : [...hidden, key] };
}
