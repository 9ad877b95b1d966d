import type { PluginDescription } from '@portico/contracts';
import type { ApiFactory } from '../apis/api-factory.ts';
import type { AnyComponent } from '../extensions/any-component.ts';

/** An extension whose code has arrived. */
export interface LoadedExtension {
  readonly id: string;
  /** Id of the extension point; `core.page/v1` for pages. */
  readonly point: string;
  readonly Component: AnyComponent;
  readonly config?: object;
}

/** What a remote exports as default from `./plugin`. Made with `createPlugin`. */
export interface Plugin {
  readonly $$type: '@portico/Plugin';
  readonly id: string;
  /** Factories of the plugin's own APIs, those in `provides` included. */
  readonly apis: readonly ApiFactory[];
  /** What the plugin is, as JSON in a fixed order: the part of `portico-plugin.json` that the build takes from here. */
  describe(): PluginDescription;
  /**
   * Loads the code of one extension. Throws `PLUGIN_API_EXTENSION_UNKNOWN` for an id that the plugin doesn't have,
   * `PLUGIN_API_COMPONENT_MISSING` when the loader gives no component, and whatever the loader throws.
   */
  load(extensionId: string): Promise<LoadedExtension>;
}
