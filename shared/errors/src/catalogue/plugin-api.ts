import { defineErrors } from '../define-errors.ts';

/** What a plugin meets while it uses the portal. The shell ships these texts: keep them short. */
export const pluginApiErrors = /* @__PURE__ */ defineErrors('plugin-api', {
  API_FACTORY_TAKEN: ['ConflictError', 'Expected one factory for each API, got two for {api}', 'Remove one of the two factories.'],
  ID_INVALID: ['InputError', 'Expected the id of {where} to look like {expected}, got {received}', 'Change the id.'],
  NOT_DESCRIBED: [
    'NotImplementedError',
    'Expected describe() to be called by a build or a test, got a call in a page of the portal, whose shell leaves it out',
    'Read the snapshot of the registry: it has the descriptions of all plugins.',
  ],
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
