import type { JsonValue } from './json.ts';

/** A span of time by its units: `{ minutes: 5 }`. */
export interface DurationParts {
  readonly years?: number;
  readonly months?: number;
  readonly weeks?: number;
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
  readonly milliseconds?: number;
}

/** A span of time as code gives it: milliseconds, or its units. */
export type Duration = number | DurationParts;

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Names of units as objects have them; a month has 30 days and a year 365. */
const units: Readonly<Record<string, number>> = {
  milliseconds: 1,
  seconds: second,
  minutes: minute,
  hours: hour,
  days: day,
  weeks: 7 * day,
  months: 30 * day,
  years: 365 * day,
};
const shortUnits: Readonly<Record<string, number>> = { ms: 1, s: second, m: minute, h: hour, d: day, w: 7 * day };

function fromText(text: string): number | undefined {
  const [, amount, written = 'ms'] = /^\s*(\d+(?:\.\d+)?)\s*([a-z]+)?\s*$/i.exec(text) ?? [];
  const unit = written.toLowerCase();
  const factor = shortUnits[unit] ?? units[unit] ?? units[`${unit}s`];
  return amount === undefined || factor === undefined ? undefined : Number(amount) * factor;
}

function fromParts(parts: object): number | undefined {
  const amounts = Object.entries(parts).map(([unit, amount]) => Number(amount) * (units[unit] ?? Number.NaN));
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  return Number.isNaN(sum) ? undefined : sum;
}

/**
 * Milliseconds of a span of time as configurations write it: a number of milliseconds, a text such as `30s` or `2 minutes`,
 * or an object such as `{ minutes: 5 }`. `undefined` for what is none.
 */
export function durationMs(value: JsonValue | Duration | undefined): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return fromText(value);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? fromParts(value) : undefined;
}
