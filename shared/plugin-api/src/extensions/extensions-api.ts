import type { ReactNode } from 'react';
import type { FilterPredicate } from '@portico/contracts';
import type { ApiHolder } from '../apis/api-holder.ts';
import { createApiRef } from '../apis/api-ref.ts';
import type { AnyComponent } from './any-component.ts';

/** An extension as the snapshot has it: known before its plugin is loaded. */
export interface RegisteredExtension {
  readonly pluginId: string;
  readonly version: string;
  readonly id: string;
  readonly point: string;
  readonly if?: FilterPredicate | undefined;
  readonly config?: object | undefined;
}

/** An extension that can be rendered. */
export interface MountedExtension {
  readonly Component: AnyComponent;
  /** The APIs of the extension's plugin; without it those of the surrounding page. */
  readonly apis?: ApiHolder;
}

/** What stands in the place of an extension that is not there. */
export type ExtensionState =
  | { readonly state: 'loading'; readonly pluginId: string; readonly extensionId: string }
  | {
      readonly state: 'failed';
      readonly pluginId: string;
      readonly extensionId: string;
      /** What was thrown while the extension was loaded or rendered. */
      readonly error: unknown;
      /** Loads and renders anew. */
      retry(): void;
    };

/** What the shell implements for `useExtensions`. */
export interface ExtensionsApi {
  /** The enabled extensions at a point, in any order. The same array until something changes. */
  list(point: string): readonly RegisteredExtension[];
  /** Calls `listener` when a list has changed. Returns how to stop. */
  subscribe(listener: () => void): () => void;
  /** Loads the plugin, then the extension. Called at the first render, and again after each retry. */
  load(extension: RegisteredExtension): Promise<MountedExtension>;
  /** The look of an extension that is loading or has failed. */
  renderState(state: ExtensionState): ReactNode;
  /** Told once for each failure. */
  report?(error: unknown, extension: RegisteredExtension): void;
}

/** Implemented by the shell; plugins use `useExtensions`. */
export const extensionsApiRef = /* @__PURE__ */ createApiRef<ExtensionsApi>({ id: 'core.extensions' });
