import { defineErrors } from '../define-errors.ts';

/** Misuse of the plugin API by a plugin, and what a plugin meets while it uses the portal. The shell ships these texts: keep them short. */
export const pluginApiErrors = /* @__PURE__ */ defineErrors('plugin-api', {
  PLUGIN_ID_INVALID: [
    'InputError',
    'Expected a plugin id of lower case words joined by hyphens, at most 63 characters, got {received}',
    'Change the id given to createPlugin, for example to tech-radar.',
  ],
  TITLE_MISSING: ['InputError', 'In plugin {plugin}: expected {where} to have a title, got {received}', 'Give it a title.'],
  EXTENSION_INVALID: [
    'InputError',
    'In plugin {plugin}: expected an extension made by createExtension or one of its forms, got {received}',
    'Pass the results of createPageExtension, createTabExtension, createCardExtension or createExtension.',
  ],
  EXTENSION_ID_INVALID: [
    'InputError',
    'In plugin {plugin}: expected an extension id of lower case words joined by one of - : / . and got {received}',
    'Change the id, for example to card:ownership.',
  ],
  EXTENSION_ID_TAKEN: [
    'InputError',
    'In plugin {plugin}: expected every extension to have an id of its own, got {received} twice',
    'Give one of the two another id.',
  ],
  POINT_INVALID: [
    'InputError',
    'In plugin {plugin}: expected extension {extension} to name its point as <name>/v<n>, got {received}',
    'Use a point made by createExtensionPoint.',
  ],
  NOT_JSON: [
    'InputError',
    'In plugin {plugin}: expected {where} to be JSON, got {received}',
    'Use texts, finite numbers, booleans, null, arrays and plain objects: it is read before the plugin is loaded.',
  ],
  PATH_INVALID: [
    'InputError',
    'In plugin {plugin}: expected the path of {where} to start with / and to have no ?, #, * or / at its end, got {received}',
    'Write an absolute path such as /tech-radar.',
  ],
  PATH_TAKEN: [
    'InputError',
    'In plugin {plugin}: expected every page to have a path of its own, got {received} twice',
    'Give one of the two another path, or make it a nested route.',
  ],
  ROUTE_REF_INVALID: [
    'InputError',
    'In plugin {plugin}: expected route {name} to be made by {maker}, got {received}',
    'Put route refs and sub route refs into routes, external route refs into externalRoutes.',
  ],
  ROUTE_REF_TAKEN: [
    'InputError',
    'In plugin {plugin}: expected route {name} to be known as {expected}, got {received}',
    'Make one route ref for each name, with the id <plugin id>.<name> or none.',
  ],
  ROUTE_REF_UNNAMED: [
    'InputError',
    'In plugin {plugin}: expected the route ref of page {extension} in routes, got {received}',
    'Add it: routes: { root: theRouteRef }.',
  ],
  ROUTE_REF_UNSERVED: [
    'InputError',
    'In plugin {plugin}: expected a page that serves route {name}, got {received}',
    'Pass the route ref (of a sub route ref: its parent) to a page as routeRef.',
  ],
  API_WITHOUT_FACTORY: [
    'InputError',
    'In plugin {plugin}: expected a factory for the provided API {api}, got {received}',
    'Add one to apis, or take the API out of provides.',
  ],
  API_FACTORY_TAKEN: ['ConflictError', 'Expected one factory for each API, got two for {api}', 'Remove one of the two factories.'],
  ID_INVALID: ['InputError', 'Expected the id of {where} to look like {expected}, got {received}', 'Change the id.'],
  EXTENSION_UNKNOWN: [
    'NotFoundError',
    'Expected plugin {plugin} to have an extension {extension}; it has {received}',
    'The plugin differs from its manifest: build and publish it again.',
  ],
  COMPONENT_MISSING: [
    'InputError',
    'In plugin {plugin}: expected the loader of {extension} to give a component, or a module with one as default export, got {received}',
    'Add `export default` to the module that the loader imports.',
  ],
  MODULE_UNKNOWN: [
    'InputError',
    'In plugin {plugin}: expected a default export made by createPlugin, a React component or { mount }, got {received}',
    'Write `export default createPlugin({ ... })` in the module that is exposed as ./plugin.',
  ],
  API_MISSING: [
    'NotFoundError',
    'Expected an implementation of API {api}, found none (asked for by {plugin})',
    'Register a plugin that provides it, add a factory to apis, or correct the id of the API ref.',
  ],
  API_CYCLE: [
    'InternalError',
    'Expected the dependencies of API factories to end, got the circle {received}',
    'Take one of the dependencies out of its factory.',
  ],
  CONTEXT_MISSING: [
    'InternalError',
    'Expected to be inside a provider of context {context}, found none',
    'Use the component where its owner shows it, or wrap it in the provider.',
  ],
  ROUTE_UNRESOLVED: [
    'NotFoundError',
    'Expected a registered page for route {route} (target {target}), found none',
    'Register its plugin, bind the route in app.routes.bindings, or make the external route ref optional.',
  ],
  ROUTE_PARAMETER_INVALID: [
    'InputError',
    'Expected parameter {name} of route {route} to be a text that can be part of a path, got {received}',
    'Pass a text that is not empty and neither . nor ..',
  ],
  CONFIG_NOT_OWN: [
    'NotAllowedError',
    'Expected plugin {plugin} to read only {expected}, got {received}',
    'Move the value below the key of the plugin in the configuration.',
  ],
  RESPONSE_FAILED: [
    'InternalError',
    'Expected a success status from {url}, got {status}',
    'Look into the log of the backend that answers there.',
  ],
  RESPONSE_NOT_JSON: [
    'BadGatewayError',
    'Expected JSON from {url}, got {received}',
    'Check that the URL leads to the API and not to a page.',
  ],
});
