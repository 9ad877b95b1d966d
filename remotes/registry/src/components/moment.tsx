import { useLocale } from '@portico/plugin-api';
import { useState } from 'react';
import type { ReactElement } from 'react';

const steps: readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** How long ago an instant was, in words, which stand in the portal's English; the instant itself, on pointing, as the reader writes it. */
export function Moment({ at }: { readonly at: string }): ReactElement {
  const locale = useLocale();
  const date = new Date(at);
  const [now] = useState(() => Date.now());
  const seconds = Math.round((date.getTime() - now) / 1000);
  const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  const old = Math.abs(seconds) > 30 * 86_400;
  const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(date);
  const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(Math.trunc(seconds / size), unit);
  return (
    <time dateTime={at} title={exact}>
      {old ? new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(date) : words}
    </time>
  );
}
