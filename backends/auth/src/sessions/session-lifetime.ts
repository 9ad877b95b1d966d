import type { ConfigReader } from '@portico/config';
import { readDuration } from '@portico/backend-framework';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const shortestMs = 10 * minuteMs;
const longestMs = 24 * hourMs;
const defaultMs = 8 * hourMs;

/** A process makes a new key for sessions when the present one is older. */
export const keySignsMs = 24 * hourMs;

/** How long a session lasts without a visit: `auth.backstageTokenExpiration`, from 10 minutes to 24 hours; 8 hours by default. */
export function readSessionLifetime(config: ConfigReader): number {
  const configured = readDuration(config, 'auth.backstageTokenExpiration') ?? defaultMs;
  return Math.min(Math.max(configured, shortestMs), longestMs);
}
