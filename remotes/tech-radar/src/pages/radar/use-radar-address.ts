import { storageApiRef, useApi } from '@portico/plugin-api';
import { useSearchParams } from 'react-router';

/** How the radar is shown. */
export type RadarLook = 'plot' | 'list';

export interface RadarAddress {
  readonly text: string;
  readonly ring: string;
  readonly quadrant: string;
  readonly look: RadarLook;
  /** The query part of the address: `?filter=...`, or empty. */
  readonly search: string;
  set(name: 'filter' | 'ring' | 'quadrant', value: string): void;
  /** Takes all filters away. */
  clear(): void;
  /** Chooses the look, also for the next visit. */
  setLook(look: RadarLook): void;
}

/** The filters and the look that the address asks for; without a look, the one chosen last, or the one that fits the screen. */
export function useRadarAddress(): RadarAddress {
  const storage = useApi(storageApiRef);
  const [parameters, setParameters] = useSearchParams();
  /** Typing replaces the address; other changes can be taken back with Back. */
  const change = (values: Readonly<Record<string, string>>, replace = false) =>
    setParameters(
      before => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries(values)) {
          if (value === '') after.delete(name);
          else after.set(name, value);
        }
        return after;
      },
      { replace },
    );
  const asked = lookOf(parameters.get('view')) ?? lookOf(storage.get<string>('view'));
  const query = parameters.toString();
  return {
    text: parameters.get('filter') ?? '',
    ring: parameters.get('ring') ?? '',
    quadrant: parameters.get('quadrant') ?? '',
    look: asked ?? (isNarrow() ? 'list' : 'plot'),
    search: query === '' ? '' : `?${query}`,
    set: (name, value) => change({ [name]: value }, name === 'filter'),
    clear: () => change({ filter: '', ring: '', quadrant: '' }),
    setLook(look) {
      storage.set('view', look);
      change({ view: look });
    },
  };
}

function lookOf(value: string | null | undefined): RadarLook | undefined {
  return value === 'plot' || value === 'list' ? value : undefined;
}

/** True on a phone, where the drawing is too small to be read. */
function isNarrow(): boolean {
  return globalThis.matchMedia?.('(max-width: 40rem)').matches ?? false;
}
