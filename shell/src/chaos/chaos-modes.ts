/** What the registry does to the files of a remote: served below `~chaos-<mode>/` of a version. */
export const fileModes = ['down', 'slow', 'hang', 'html', 'corrupt-entry', 'corrupt-chunk'] as const;

/** What the shell does itself: what a plugin could do once its files are here. */
const codeModes = ['incompatible', 'throw-import', 'throw-render', 'throw-effect'] as const;

/** A way of being broken. */
export type ChaosMode = (typeof fileModes)[number] | (typeof codeModes)[number];

/**
 * Reads the switches of an address: `?portico-chaos=<remote>:<mode>`, several times or joined by commas. What is no mode is
 * left out.
 */
export function readChaos(search: string): ReadonlyMap<string, ChaosMode> {
  const entries = new URLSearchParams(search).getAll('portico-chaos').flatMap(value => value.split(','));
  const known: readonly string[] = [...fileModes, ...codeModes];
  return new Map(
    entries.flatMap(entry => {
      const [remote = '', mode = ''] = entry.split(':');
      return remote && known.includes(mode) ? [[remote, mode as ChaosMode] as const] : [];
    }),
  );
}
