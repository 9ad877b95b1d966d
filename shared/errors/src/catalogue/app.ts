import { defineErrors } from '../define-errors.ts';

/** Faults of the page, its files and the public configuration. */
export const appErrors = /* @__PURE__ */ defineErrors('app', {
  SHELL_MISSING: [
    'InternalError',
    'Expected the built shell in {directory}, got {reason}',
    'Run "npm run build", or set app.shellDirectory to the folder of a built shell',
  ],
  SHELL_INVALID: [
    'InternalError',
    'Expected {file} to list scripts and styles with their digests, got a fault at {path}: {reason}',
    'Build the shell again with "npm run build"',
  ],
  CSP_UNSAFE: [
    'InputError',
    'At backend.csp.{directive}: Expected sources that keep injected scripts from running, got {source}',
    'Remove {source} from backend.csp.{directive}; scripts run by nonce, a list of hosts is not needed',
  ],
  ASSET_MISSING: [
    'NotFoundError',
    'Expected a file of this build or of one of the last 7 days, got /assets{path}',
    'Reload the page, so that it asks for the files of the present build',
  ],
  ASSET_METHOD: ['MethodNotAllowedError', 'Expected GET or HEAD, got {method}', 'Read assets with GET'],
  SCHEMAS_UNREADABLE: [
    'BadGatewayError',
    'Expected the registry to answer with configuration schemas, got {reason}',
    'Look at the state of the plugin registry in /readyz; until then keys of remotes stay on the server',
  ],
});
