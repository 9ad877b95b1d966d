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
});
