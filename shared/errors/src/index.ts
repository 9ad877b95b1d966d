export { createError, isPorticoError, messageOf } from './portico-error.ts';
export type {
  CreateErrorOptions,
  ErrorDefinition,
  ErrorDetail,
  ErrorParameters,
  PorticoError,
} from './portico-error.ts';
export { defineErrors } from './define-errors.ts';
export { errorStatus, statusOf } from './error-status.ts';
export type { ErrorName } from './error-status.ts';
export { appErrors } from './catalogue/app.ts';
export { authErrors } from './catalogue/auth.ts';
export { buildErrors } from './catalogue/build.ts';
export { catalogErrors } from './catalogue/catalog.ts';
export { configErrors } from './catalogue/config.ts';
export { frameworkErrors } from './catalogue/framework.ts';
export { gitErrors } from './catalogue/git.ts';
export { frontDoorErrors } from './catalogue/front-door.ts';
export { inUseErrors } from './catalogue/in-use.ts';
export { loaderErrors } from './catalogue/loader.ts';
export { permissionErrors } from './catalogue/permission.ts';
export { pluginApiErrors } from './catalogue/plugin-api.ts';
export { pluginDeclarationErrors } from './catalogue/plugin-declaration.ts';
export { registryErrors } from './catalogue/registry.ts';
export { startErrors } from './catalogue/start.ts';
export { techRadarErrors } from './catalogue/tech-radar.ts';
export { wiringErrors } from './catalogue/wiring.ts';
