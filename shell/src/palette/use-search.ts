import { useEffect, useMemo, useState } from 'react';
import { messageOf } from '@portico/errors';
import { useRemotes, useShell } from '../layout/shell-context.ts';
import type { PaletteGroup, PaletteItem } from './palette-item.ts';
import { searchProvidersOf } from './search-providers.ts';

/** Milliseconds of rest after a key before the remotes are asked. */
const restMs = 120;

interface Answer {
  /** The text that it answers. */
  readonly text: string;
  readonly items: readonly PaletteItem[];
  readonly problem?: string;
}

/** Hook: what the remotes find, each in a group of its own. A group keeps its last answer until the next is there. */
export function useSearch(text: string): { readonly groups: readonly PaletteGroup[]; readonly busy: boolean } {
  const { offered, loads } = useShell();
  const remotes = useRemotes();
  // eslint-disable-next-line react-hooks/exhaustive-deps -- another offer has other providers
  const providers = useMemo(() => searchProvidersOf({ offered, loads }), [offered, loads, remotes]);
  const [answers, setAnswers] = useState<Readonly<Record<string, Answer>>>({});
  const wanted = text.trim();
  useEffect(() => providers.forEach(provider => provider.prepare()), [providers]);
  useEffect(() => {
    if (!wanted) return undefined;
    const controller = new AbortController();
    const ask = () => {
      for (const { key, title, search } of providers) {
        const take = (answer: Omit<Answer, 'text'>) => {
          if (!controller.signal.aborted) setAnswers(before => ({ ...before, [key]: { text: wanted, ...answer } }));
        };
        search(wanted, controller.signal).then(
          items => take({ items }),
          (error: unknown) => take({ items: [], problem: `${title} could not be searched: ${messageOf(error)}` }),
        );
      }
    };
    const timer = setTimeout(ask, restMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [providers, wanted]);
  if (!wanted) return { groups: [], busy: false };
  const groups = providers.flatMap(({ key, title }): PaletteGroup[] => {
    const answer = answers[key];
    if (!answer) return [];
    return [{ key, title, items: answer.items, ...(answer.problem ? { problem: answer.problem } : {}) }];
  });
  return { groups, busy: providers.some(({ key }) => answers[key]?.text !== wanted) };
}
