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
  HOST_SLOW: [
    'BadGatewayError',
    'Expected all files of the remote at {url} within {seconds} s, got only a part of them',
    'Check that the server of the remote answers and how fast; it is asked again at regular intervals. registry.hostTimeoutMs sets the time',
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
    'Look up the ids: portico status in a folder of no plugin, or GET /api/registry/remotes',
  ],
  REMOTE_CONFIGURED: [
    'ConflictError',
    'Expected a remote that was registered by a call, got {remote}, which registry.remotes of the configuration names',
    'Remove {remote} from registry.remotes and start the portal again',
  ],
  PERMISSION_MISSING: [
    'NotAllowedError',
    'Expected a principal with the permission {permission} on remote {remote}, which belongs to {owner}, got one without it',
    'Ask the owner or the app team to do this, or to make you a publisher of {remote}',
  ],
  REMOTE_DISABLED: [
    'NotAllowedError',
    'Expected remote {remote} to be switched on, got one that is switched off',
    'Ask the app team why it is switched off; they can switch it on again without a restart',
  ],
  CHANGED_MEANWHILE: [
    'PreconditionFailedError',
    'Expected {what} to be unchanged since revision {expected}, got one that was changed at revision {etag}',
    'Read it again, look at what somebody else has changed, and send your change with the new ETag',
  ],
  REMOTE_CHANGED: [
    'ConflictError',
    'Expected remote {remote} to stay as it is while a version of it arrives, got one whose publisher key was changed meanwhile',
    'Sign the version with the key that the remote has now, and publish it again',
  ],
  ETAG_MISSING: [
    'PreconditionRequiredError',
    'Expected the header If-Match with the ETag of what is changed, got none',
    'Read the remote first and send its etag as If-Match: "<etag>"',
  ],
  VERSION_UNKNOWN: [
    'NotFoundError',
    'Expected a version of remote {remote} that was published, got {version}',
    'Look up the versions: portico status {remote}, or GET /api/registry/remotes/{remote}',
  ],
  VERSION_EXISTS: [
    'ConflictError',
    'Expected version {version} of remote {remote} with the bytes that were published before, got others',
    'Published versions never change: give the build a new version and publish that',
  ],
  VERSION_IN_USE: [
    'ConflictError',
    'Expected version {version} of remote {remote} to be out of use, got one that {user} uses',
    'Move the channel to another version, or wait until no open page shows it any more',
  ],
  CHANNEL_UNKNOWN: [
    'NotFoundError',
    'Expected a channel of remote {remote}, got {channel}',
    'Look up the channels: portico status {remote}, or GET /api/registry/remotes/{remote}',
  ],
  CHANNEL_INVALID: [
    'InputError',
    'Expected a channel that some get and others do not, or stable for everyone, got {reason}',
    'Give a channel other than stable a weight or an audience, and stable neither',
  ],
  NO_EARLIER_VERSION: [
    'ConflictError',
    'Expected channel {channel} of remote {remote} to have had another version before, got none to go back to',
    'Publish a mended version and promote it, or switch the remote off until then',
  ],
  PIN_UNKNOWN: [
    'NotFoundError',
    'Expected a pin of remote {remote}, got none for {subject}',
    'Look up the pins: GET /api/registry/remotes/{remote}',
  ],
  OVERRIDE_OFF: [
    'NotAllowedError',
    'Expected a portal with local overrides, got one where registry.overrides.enabled is false',
    'Publish the build as a prerelease and pin it to yourself, or ask the operator to switch overrides on',
  ],
  OVERRIDE_SESSION: [
    'NotAllowedError',
    'Expected a user with a browser session, got {caller}',
    'Sign in with a browser: an override lives in one session and ends with it',
  ],
  OVERRIDE_URL: [
    'InputError',
    'Expected an http or https address without a user name, got {received}',
    'Give the address of portico-plugin.json, for example http://localhost:3010/portico-plugin.json',
  ],
  OVERRIDE_ORIGIN: [
    'NotAllowedError',
    'Expected one of the origins that overrides may come from ({allowed}), got {origin}',
    'Serve the build from one of them, or ask the operator to add {origin} to registry.overrides.allowedOrigins',
  ],
  OVERRIDE_ROLE: [
    'NotAllowedError',
    'Expected one of the roles that may have overrides ({allowed}), got {received}',
    'Ask the app team for one of these roles, or the operator to change registry.overrides.allowedRoles',
  ],
  OVERRIDE_TOO_MANY: [
    'ConflictError',
    'Expected at most {limit} overrides in one session, got one more',
    'Reset one of the others first',
  ],
  OVERRIDE_UNKNOWN: [
    'NotFoundError',
    'Expected an override of {remote} in this session, got none',
    'Set it again, for example on the page of settings',
  ],
  CHAOS_DOWN: [
    'ServiceUnavailableError',
    'Expected {path} of a remote, got none because a chaos switch makes it fail',
    'Take portico-chaos out of the address of the page',
  ],
  UPLOAD_INVALID: [
    'InputError',
    'Expected a tar.gz of a build folder, got {reason}',
    'Send what portico publish sends: the files of the build folder and nothing else, as application/gzip',
  ],
  UPLOAD_TYPE: [
    'InputError',
    'Expected Content-Type application/json or application/gzip, got {received}',
    'Send JSON { "url" }, or the build folder as a tar.gz with Content-Type: application/gzip',
  ],
  UPLOAD_TOO_LARGE: [
    'PayloadTooLargeError',
    'Expected an upload with at most {limit}, got more',
    'Leave source maps and data out of the build, or split the plugin into two remotes',
  ],
  UPLOAD_SLOW: [
    'InputError',
    'Expected the whole upload within {seconds} s, got a part of it',
    'Send it again over a connection that does not stall',
  ],
  QUOTA_USED_UP: [
    'PayloadTooLargeError',
    'Expected the versions of remote {remote} to be at most {versions} with {bytes} together, got {usedVersions} with {usedBytes} and a new one with {newBytes}; what nobody uses was swept before',
    'Look at what keeps each version (GET /api/registry/retention?remote={remote}), move channels and pins away from old ones, or raise registry.quotaMegabytes and registry.quotaVersions',
  ],
  VERSION_GONE: [
    'ConflictError',
    'Expected version {version} of remote {remote} to be still there, got one that was deleted meanwhile',
    'Publish the same build again, then repeat the change',
  ],
  REPORTS_TOO_MANY: [
    'TooManyRequestsError',
    'Expected at most {limit} requests with reports in a minute from one address, got more',
    'Mend what the page reports, or raise registry.cspReports.perMinute; the next one is taken in {seconds} s',
  ],
  TELEMETRY_TOO_MANY: [
    'TooManyRequestsError',
    'Expected at most {limit} reports of one user in a minute, got more',
    'Send what happened in batches; the next one is taken in {seconds} s. registry.telemetry.perMinute sets the limit',
  ],
  REPORT_TYPE: [
    'InputError',
    'Expected a report as application/csp-report or application/reports+json, got {received}',
    'Leave the reports to the browser: it sends them by itself',
  ],
  KEY_INVALID: [
    'InputError',
    'Expected an ed25519 public key in PEM or as 32 bytes in base64, got {reason}',
    'Make a pair with: openssl genpkey -algorithm ed25519 -out key.pem; openssl pkey -in key.pem -pubout',
  ],
  AUDIT_UNKNOWN: [
    'NotFoundError',
    'Expected the number of an entry in the audit trail, got {entry}',
    'Look up the entries: GET /api/registry/audit',
  ],
  UNDO_IMPOSSIBLE: [
    'ConflictError',
    'Expected an entry whose change can be reversed, got {entry}: {reason}',
    'Make the wanted change itself; what was there before is in the entry',
  ],
  BODY_INVALID: [
    'InputError',
    'Expected a request in the agreed shape, got: {reason}',
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
