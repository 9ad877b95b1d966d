const store = 'remotes';

/** The same database as in `heartbeat-worker.js`, which writes it: a page that is frozen can't. */
function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('portico-freezes', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(store);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? undefined);
  });
}

/** Versions of remotes, as `<id>@<version>`, that froze a page of this browser and were not asked for again since. */
export async function readFrozen(): Promise<Set<string>> {
  const database = await open();
  return new Promise(resolve => {
    const reading = database.transaction(store).objectStore(store).getAllKeys();
    reading.onsuccess = () => resolve(new Set(reading.result.map(String)));
    reading.onerror = () => resolve(new Set());
    database.close();
  });
}

/** Forgets that a version froze a page. */
export async function forgetFrozen(key: string): Promise<void> {
  const database = await open();
  database.transaction(store, 'readwrite').objectStore(store).delete(key);
  database.close();
}
