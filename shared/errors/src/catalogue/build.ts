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
    'Correct each fault below by its own fix and build again',
  ],
  TYPES_MISSING: [
    'ConflictError',
    'Expected the declarations of {directory}, found none',
    'Run npm run types first: it writes them',
  ],
  PACK_FAILED: ['ConflictError', 'Expected npm pack to succeed in {directory}, got: {reason}', 'Correct what npm names and pack again'],
  TARGET_UNKNOWN: ['InputError', 'Expected a package to build ({known}), got {name}', 'Name shell or the folder of a remote'],
  VERB_UNKNOWN: ['InputError', 'Expected one of the verbs {known}, got "{received}"', 'Run npm run build, or name a verb'],
  SHELL_MISSING: ['NotFoundError', 'Expected the built shell in {folder}, found none', 'Run npm run build first'],
  DEPENDENCY_UNKNOWN: [
    'NotFoundError',
    'Expected package-lock.json to hold {name}, which {folder} needs to run, found nothing',
    'Run npm install, then npm run lock:complete',
  ],
  STEP_FAILED: ['InternalError', 'Expected "{step}" to end well, got: {reason}', 'Correct what the step says, then build again'],
});
