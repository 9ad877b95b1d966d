import { configApiRef, fetchApiRef, useApi } from '@portico/plugin-api';
import { useEffect, useState } from 'react';
import { loadRadar } from './load-radar.ts';
import type { Radar } from './radar.ts';

export type RadarState =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly radar: Radar }
  | { readonly status: 'failed'; readonly error: unknown; readonly retry: () => void };

type Settled = { readonly radar: Radar } | { readonly error: unknown };

/** Loads the radar of this portal; again on retry and when the configuration changes. */
export function useRadar(): RadarState {
  const config = useApi(configApiRef);
  const fetchApi = useApi(fetchApiRef);
  const [attempt, setAttempt] = useState(0);
  const [settled, setSettled] = useState<Settled>();

  useEffect(() => config.subscribe(() => setAttempt(count => count + 1)), [config]);

  useEffect(() => {
    let wanted = true;
    loadRadar({ config, fetchApi }).then(
      radar => wanted && setSettled({ radar }),
      (error: unknown) => wanted && setSettled({ error }),
    );
    return () => {
      wanted = false;
    };
  }, [config, fetchApi, attempt]);

  if (!settled) return { status: 'loading' };
  if ('radar' in settled) return { status: 'ready', radar: settled.radar };
  const retry = () => {
    setSettled(undefined);
    setAttempt(count => count + 1);
  };
  return { status: 'failed', error: settled.error, retry };
}
