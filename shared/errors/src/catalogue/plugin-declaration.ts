import { defineErrors } from '../define-errors.ts';

/** Faults in how a plugin declares itself. Builds and tests meet them; the shell ships none of these texts. */
export const pluginDeclarationErrors = /* @__PURE__ */ defineErrors('plugin-declaration', {
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
});
