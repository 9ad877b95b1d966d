import { useEffect, useState } from 'react';

export type Loaded<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed'; readonly error: unknown; readonly retry: () => void };

type Settled<T> = { readonly value: T } | { readonly error: unknown };

/** Loads once, and again on retry or when `load` is another function: memoize it. */
export function useLoaded<T>(load: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const [attempt, setAttempt] = useState(0);
  const [settled, setSettled] = useState<Settled<T>>();
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    load(signal).then(
      value => signal.aborted || setSettled({ value }),
      (error: unknown) => signal.aborted || setSettled({ error }),
    );
    return () => controller.abort();
  }, [load, attempt]);
  if (!settled) return { status: 'loading' };
  if ('value' in settled) return { status: 'ready', value: settled.value };
  const retry = () => {
    setSettled(undefined);
    setAttempt(count => count + 1);
  };
  return { status: 'failed', error: settled.error, retry };
}
