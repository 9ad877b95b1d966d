import type { ConfigReader } from '@portico/config';
import { configErrors, createError } from '@portico/errors';

const millisecondsOf: Readonly<Record<string, number>> = {
  milliseconds: 1,
  ms: 1,
  seconds: 1_000,
  s: 1_000,
  minutes: 60_000,
  m: 60_000,
  hours: 3_600_000,
  h: 3_600_000,
  days: 86_400_000,
  d: 86_400_000,
  weeks: 604_800_000,
  w: 604_800_000,
};

function fromText(text: string): number | undefined {
  const [, amount, unit = 'ms'] = /^\s*(\d+(?:\.\d+)?)\s*([a-z]+)?\s*$/i.exec(text) ?? [];
  const factor = millisecondsOf[unit.toLowerCase()] ?? millisecondsOf[`${unit.toLowerCase()}s`];
  return amount === undefined || factor === undefined ? undefined : Number(amount) * factor;
}

function fromParts(parts: Readonly<Record<string, unknown>>): number | undefined {
  const amounts = Object.entries(parts).map(([unit, amount]) => Number(amount) * (millisecondsOf[unit] ?? Number.NaN));
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  return Number.isNaN(sum) ? undefined : sum;
}

/** A span of time in milliseconds, written as a number, as `30s` or as `{ minutes: 5 }`; `undefined` where none is set. */
export function readDuration(config: ConfigReader, path: string): number | undefined {
  const value = config.getOptional(path);
  if (value === undefined) return undefined;
  if (typeof value === 'number') return value;
  const read = typeof value === 'string' ? fromText(value) : fromParts({ ...(value as object) });
  if (read !== undefined) return read;
  const expected = 'a duration: milliseconds, a text such as "30s", or an object such as { minutes: 5 }';
  throw createError(configErrors.VALUE_INVALID, { path, expected, received: JSON.stringify(value), source: 'configuration' });
}
