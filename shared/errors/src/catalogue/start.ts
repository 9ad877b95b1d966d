import { defineErrors } from '../define-errors.ts';

/** Faults that keep the portal from starting or running: arguments, builds, a process that ends again and again. */
export const startErrors = /* @__PURE__ */ defineErrors('start', {
  ARGUMENT_UNKNOWN: [
    'InputError',
    'Expected only --config <file> after `npm start --`, got {received}',
    'Run `npm start -- --config my-config.yaml`, or set PORT, PORTICO_DATA_DIR or PORTICO_ENV in the environment',
  ],
  PORTAL_ENDS_AGAIN_AND_AGAIN: [
    'InternalError',
    'Expected the portal process to stay up, but it ended {times} times within {seconds} seconds (last exit code {exitCode})',
    'Read the log lines above the first end; when a plugin is the cause, disable it in the configuration',
  ],
  TOOL_MISSING: [
    'NotFoundError',
    'Expected {tool} in one of {places}, found none',
    'Install it ({install}), or name its path in {variable}',
  ],
  SERVER_NOT_STARTED: [
    'InternalError',
    'Expected a {server} server to answer after its start, got {reason}',
    'Run its binary by hand to see what it misses; a package that is installed in part is the usual cause',
  ],
});
