import type { ConfigApi, FetchApi } from '@portico/plugin-api';
import { createError, isPorticoError, messageOf, techRadarErrors } from '@portico/errors';
import { readRadar } from './read-radar.ts';
import type { Radar } from './radar.ts';

export interface RadarSources {
  readonly config: Pick<ConfigApi, 'getOptional' | 'getOptionalString'>;
  readonly fetchApi: FetchApi;
}

/**
 * The radar of this portal: `techRadar.data` of the configuration, else what `techRadar.url` answers, else the built-in one.
 * Throws TECH_RADAR_DATA_INVALID or TECH_RADAR_DATA_UNREADABLE.
 */
export async function loadRadar({ config, fetchApi }: RadarSources): Promise<Radar> {
  const radar = await loadData({ config, fetchApi });
  const title = config.getOptionalString('techRadar.title');
  return title ? { ...radar, title } : radar;
}

async function loadData({ config, fetchApi }: RadarSources): Promise<Radar> {
  const data = config.getOptional<object>('techRadar.data');
  if (data !== undefined) return readRadar(data, 'techRadar.data in the configuration');
  const url = config.getOptionalString('techRadar.url');
  if (url !== undefined) return readRadar(await readUrl(url, fetchApi), url);
  const { builtInRadar } = await import('./built-in/radar-data.ts');
  return readRadar(builtInRadar, 'the built-in radar');
}

async function readUrl(url: string, fetchApi: FetchApi): Promise<unknown> {
  let received: string;
  try {
    const response = await fetchApi.fetch(url, { headers: { accept: 'application/json' } });
    if (response.ok) return await response.json();
    received = `status ${response.status}`;
  } catch (error) {
    if (isPorticoError(error)) throw error;
    received = messageOf(error);
  }
  throw createError(techRadarErrors.DATA_UNREADABLE, { url, received });
}
