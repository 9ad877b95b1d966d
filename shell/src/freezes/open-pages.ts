const prefix = 'portico-open-page/';
const oldAfterMs = 7 * 86_400_000;

/** Pages of this browser in which something of a remote runs. One that ends in an orderly way is taken out; a frozen one can't be. */
export interface OpenPages {
  /**
   * Puts this page in.
   *
   * @param stoodStill - whether it ever stood still for too long: then it stays in, however it ends
   */
  enter(stoodStill: () => boolean): void;
  /** Whether there is any but this one: open elsewhere, or ended while it was frozen. */
  areOthers(): boolean;
}

/** Keeps them in the storage of the browser, which answers at once; the database of frozen versions takes its time. */
export function createOpenPages(storage: Storage, window: Pick<Window, 'addEventListener'>): OpenPages {
  const own = prefix + crypto.randomUUID();
  let isIn = false;
  let stays = () => false;
  const write = () => {
    try {
      storage.setItem(own, String(Date.now()));
    } catch {
      // A storage that is full or forbidden: the page goes without the watch's memory.
    }
  };
  window.addEventListener('pagehide', () => stays() || storage.removeItem(own));
  window.addEventListener('pageshow', () => isIn && write());
  return {
    enter(stoodStill) {
      stays = stoodStill;
      if (!isIn) write();
      isIn = true;
    },
    areOthers() {
      const others = Object.keys(storage).filter(key => key.startsWith(prefix) && key !== own);
      const old = others.filter(key => Date.now() - Number(storage.getItem(key)) > oldAfterMs);
      for (const key of old) storage.removeItem(key);
      return others.length > old.length;
    },
  };
}
