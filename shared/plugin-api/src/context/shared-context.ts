import { createContext, createElement, useContext } from 'react';
import type { Context, ReactElement, ReactNode } from 'react';
import { createError, pluginApiErrors } from '@portico/errors';
import { checkVersionedId } from './versioned-id.ts';

/** A React context that is found by its id, so that copies of one library in several remotes share it. */
export interface SharedContext<T> {
  readonly id: string;
  /** Gives `value` to everything below. */
  Provider(props: { value: T; children?: ReactNode }): ReactElement;
  /** Hook: the value of the nearest provider. Throws `PLUGIN_API_CONTEXT_MISSING` outside of one. */
  use(): T;
  /** Hook: the value of the nearest provider, or undefined. */
  useOptional(): T | undefined;
}

const contexts = new Map<string, Context<unknown>>();

function contextOf(id: string): Context<unknown> {
  const known = contexts.get(id);
  if (known) return known;
  const context = createContext<unknown>(undefined);
  context.displayName = id;
  contexts.set(id, context);
  return context;
}

/**
 * Declares a context by id. Everyone who declares the same id shares one context, whichever copy of a library asks.
 * The id carries the version of the value's shape; raise it when the shape changes incompatibly.
 *
 * @param id - `<name>/v<n>`, for example `catalog.entity/v1`
 */
export function createSharedContext<T>(id: string): SharedContext<T> {
  checkVersionedId('a shared context', id);
  const context = contextOf(id) as Context<T | undefined>;
  return {
    id,
    Provider: ({ value, children }) => createElement(context, { value }, children),
    use() {
      const value = useContext(context);
      if (value === undefined) throw createError(pluginApiErrors.CONTEXT_MISSING, { context: id });
      return value;
    },
    useOptional: () => useContext(context),
  };
}
