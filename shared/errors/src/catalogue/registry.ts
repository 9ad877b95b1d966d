import { defineErrors } from '../define-errors.ts';

/** Faults of remotes, versions, artifacts and snapshots. */
export const registryErrors = /* @__PURE__ */ defineErrors('registry', {
  FOLDER_MISSING: [
    'NotFoundError',
    'Expected a built remote in {path}, got no such folder',
    'Build the remote with npm run build, or correct its path in registry.remotes; it is noticed without a restart',
  ],
  MANIFEST_MISSING: [
    'NotFoundError',
    'Expected portico-plugin.json in {path}, got a place without it',
    'Build the remote with npm run build, which writes portico-plugin.json last; it is noticed without a restart',
  ],
  MANIFEST_UNREADABLE: [
    'UnprocessableError',
    'Expected JSON in {path}, got {reason}',
    'Build the remote again with npm run build',
  ],
  CHECKS_FAILED: [
    'UnprocessableError',
    'Expected remote {remote} to pass its checks, got {count} with an error. {first}',
    'Begin with this: {fix}',
  ],
  ID_DIFFERS: [
    'UnprocessableError',
    'Expected the id {expected}, which the remote is registered under, got {received} in its portico-plugin.json',
    'Register the remote as {received}, or correct the place that it is read from',
  ],
  ID_TAKEN: [
    'ConflictError',
    'Expected an id that is free, got {remote}, which is registered already',
    'Unregister the other remote, or choose another id',
  ],
  REMOTE_UNREACHABLE: [
    'BadGatewayError',
    'Expected {url} to give the files of a remote, got: {reason}',
    'Check that the server of the remote runs; it is asked again at regular intervals',
  ],
  REMOTE_TOO_LARGE: [
    'PayloadTooLargeError',
    'Expected remote {remote} to have at most {files} files with {bytes} bytes together, got {received}',
    'Leave source maps and data out of the build, or split the plugin into two remotes',
  ],
  MIRROR_PENDING: [
    'ServiceUnavailableError',
    'Expected the files of remote {remote} to be here, got none so far: {url} is still being read',
    'Try again in a few seconds',
  ],
  ORIGIN_NOT_ALLOWED: [
    'NotAllowedError',
    'Expected the origin of a live remote to be in registry.origins.allowed, got {origin}',
    'Add {origin} to registry.origins.allowed, or register the remote without "live" so that it is mirrored',
  ],
  REMOTE_UNKNOWN: [
    'NotFoundError',
    'Expected the id of a registered remote, got {remote}',
    'Look up the ids: GET /api/registry/remotes',
  ],
  REMOTE_CONFIGURED: [
    'ConflictError',
    'Expected a remote that was registered by a call, got {remote}, which registry.remotes of the configuration names',
    'Remove {remote} from registry.remotes and start the portal again',
  ],
  ROLE_MISSING: [
    'NotAllowedError',
    'Expected a principal with the role {role}, got one without it',
    'Ask the app team to do this, or to give you the role {role}',
  ],
  BODY_INVALID: [
    'InputError',
    'Expected a registration { "url", "id"?, "route"?, "title"?, "live"? }, got: {reason}',
    'Send JSON with Content-Type: application/json, and correct what is named',
  ],
  OFFER_MISSING: [
    'ServiceUnavailableError',
    'Expected the offer of a built shell in {path}, got none that can be read',
    'Build the shell with npm run build; it is noticed without a restart',
  ],
  ARTIFACT_UNKNOWN: [
    'NotFoundError',
    'Expected a file of a registered version, got {path}',
    'Take the addresses from GET /api/registry/snapshot',
  ],
  ARTIFACT_METHOD: ['MethodNotAllowedError', 'Expected GET or HEAD, got {method}', 'Publish new versions instead of changing files'],
});
