import * as v from 'valibot';
import { filterPredicateSchema } from './filter-predicate.ts';

/** Plugin ids: lower case words joined by hyphens, at most 63 characters. */
export const pluginIdPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
/** Extension points carry their version in the name: `catalog.entity-tab/v1`. */
export const extensionPointPattern = /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+\/v[1-9][0-9]*$/;
/** A digest as browsers take it in an `integrity` attribute. */
export const integrityPattern = /^sha384-[A-Za-z0-9+/]{64}$/;

const text = v.pipe(v.string(), v.nonEmpty('Expected a text that is not empty'));
const pluginId = v.pipe(v.string(), v.maxLength(63, 'Expected at most 63 characters'), v.regex(pluginIdPattern, 'Expected lower case words joined by hyphens'));
const path = v.pipe(v.string(), v.regex(/^\/[^?#]*$/, 'Expected a path that starts with /'));
const extensionPoint = v.pipe(v.string(), v.regex(extensionPointPattern, 'Expected <name>/v<n>, for example catalog.entity-tab/v1'));
const json = v.record(v.string(), v.unknown());

/** A page of a plugin as data: enough to route to it without loading the plugin. */
export const pluginRouteSchema = v.object({
  path,
  extension: text,
  title: v.optional(text),
  icon: v.optional(text),
  /** Route refs that this page serves: the ref's name within the plugin -> path below `path` (`""` is the page). */
  refs: v.optional(v.record(text, v.string())),
});

/** An entry of the portal's navigation. */
export const pluginNavigationSchema = v.object({
  title: text,
  path,
  icon: v.optional(text),
  /** Group heading under which the entry stands. */
  group: v.optional(text),
  /** Entries are sorted by order, then by title. Default 100. */
  order: v.optional(v.number()),
});

/** An extension as data: which point it attaches to, when it shows (`if`), and what the point may know of it (`config`). */
export const pluginExtensionSchema = v.object({
  id: text,
  point: extensionPoint,
  if: v.optional(filterPredicateSchema),
  config: v.optional(json),
});

/** An external route ref: a link to another plugin's page that this plugin doesn't know the path of. */
export const pluginExternalRouteSchema = v.object({
  name: text,
  /** `<plugin id>.<route ref name>`, used unless `app.routes.bindings` says otherwise. */
  defaultTarget: v.optional(text),
});

/** What a plugin describes of itself without running in a browser: the part of the manifest that `createPlugin` yields. */
export const pluginDescriptionSchema = v.object({
  id: pluginId,
  title: text,
  routes: v.array(pluginRouteSchema),
  navigation: v.array(pluginNavigationSchema),
  extensions: v.array(pluginExtensionSchema),
  externalRoutes: v.optional(v.array(pluginExternalRouteSchema)),
  provides: v.optional(v.array(text)),
  /** The points at which its pages show extensions of others. */
  extensionPoints: v.optional(v.array(extensionPoint)),
});

/** How a module that the shell provides is wanted by a remote. */
export const sharedRequirementSchema = v.object({ request: text, range: text });

/** One file of a remote's build. */
export const manifestAssetSchema = v.object({
  path: text,
  bytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
  integrity: v.pipe(v.string(), v.regex(integrityPattern, 'Expected sha384- and 64 base64 characters')),
});

/** `portico-plugin.json`, which lies next to `mf-manifest.json` in a remote's build. */
export const pluginManifestSchema = v.object({
  schema: v.literal(1),
  ...pluginDescriptionSchema.entries,
  version: text,
  description: v.optional(text),
  owner: v.optional(text),
  /** The range of `@portico/plugin-api` that the plugin works with. */
  portal: text,
  federation: v.object({
    entry: text,
    type: v.picklist(['script', 'module']),
    /** Name of the federation container; for scripts also the global that the entry sets. */
    global: text,
    module: v.literal('./plugin'),
    shared: v.array(sharedRequirementSchema),
    /** Files that the exposed module needs at once, for preloading: paths of `assets`. */
    preload: v.optional(v.array(text)),
    /** The names that the build imports from `react-router`. */
    routerNames: v.optional(v.array(text)),
  }),
  attachesTo: v.optional(pluginId),
  configSchema: v.optional(json),
  permissions: v.optional(v.array(json)),
  backend: v.optional(text),
  assets: v.array(manifestAssetSchema),
});

export type PluginRoute = v.InferOutput<typeof pluginRouteSchema>;
export type PluginNavigation = v.InferOutput<typeof pluginNavigationSchema>;
export type PluginExtension = v.InferOutput<typeof pluginExtensionSchema>;
export type PluginExternalRoute = v.InferOutput<typeof pluginExternalRouteSchema>;
export type PluginDescription = v.InferOutput<typeof pluginDescriptionSchema>;
export type SharedRequirement = v.InferOutput<typeof sharedRequirementSchema>;
export type ManifestAsset = v.InferOutput<typeof manifestAssetSchema>;
export type PluginManifest = v.InferOutput<typeof pluginManifestSchema>;
