/** Keeps texts by key, the latest used ones, up to a number of characters. */
export interface BoundedCache {
  get(key: string): string | undefined;
  set(key: string, text: string): void;
  delete(key: string): void;
  clear(): void;
}

/** @param mostCharacters - of all kept texts and keys together; a longer text is not kept at all */
export function createBoundedCache(mostCharacters: number): BoundedCache {
  const kept = new Map<string, string>();
  let characters = 0;

  function remove(key: string): void {
    const text = kept.get(key);
    if (text === undefined) return;
    kept.delete(key);
    characters -= key.length + text.length;
  }

  return {
    get: key => {
      const text = kept.get(key);
      if (text !== undefined) {
        kept.delete(key);
        kept.set(key, text);
      }
      return text;
    },
    set: (key, text) => {
      remove(key);
      if (key.length + text.length > mostCharacters / 4) return;
      kept.set(key, text);
      characters += key.length + text.length;
      for (const oldest of kept.keys()) {
        if (characters <= mostCharacters) break;
        remove(oldest);
      }
    },
    delete: remove,
    clear: () => {
      kept.clear();
      characters = 0;
    },
  };
}
