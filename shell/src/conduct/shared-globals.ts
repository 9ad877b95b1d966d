/** An object that all code of a page shares, with the names of it that are looked at. */
export interface SharedObject {
  readonly name: string;
  readonly holder: object;
  keys(): readonly PropertyKey[];
  /** Whether a change is taken back: what stood there is good for everybody, also for whoever put something else there. */
  mends(key: PropertyKey, before: PropertyDescriptor | undefined): boolean;
}

const ofWindow = ['fetch', 'history', 'localStorage', 'sessionStorage', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'Promise', 'JSON'];
/** Others are left as somebody made them: frameworks that follow all that happens put theirs in the place of the browser's. */
const mendedOfWindow: readonly PropertyKey[] = ofWindow.slice(0, 4);
const prototypes = ['Object', 'Array', 'Function', 'Promise', 'EventTarget', 'Storage', 'History', 'XMLHttpRequest'] as const;
const mendedPrototypes = ['Storage', 'History'];

/** The few that, changed by one plugin, change the portal and all other plugins. The check at publish knows more of them. */
export function sharedObjects(scope: typeof globalThis): readonly SharedObject[] {
  const { history } = scope;
  return [
    { name: 'window', holder: scope, keys: () => ofWindow, mends: key => mendedOfWindow.includes(key) },
    { name: 'history', holder: history, keys: () => Reflect.ownKeys(history), mends: () => true },
    ...prototypes.map((name): SharedObject => {
      const holder = scope[name].prototype as object;
      // What is added to all objects turns up in every loop over the keys of one.
      const mends: SharedObject['mends'] = (_key, before) => mendedPrototypes.includes(name) || (name === 'Object' && !before);
      return { name: `${name}.prototype`, holder, keys: () => Reflect.ownKeys(holder), mends };
    }),
  ];
}
