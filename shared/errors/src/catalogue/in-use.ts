import { defineErrors } from '../define-errors.ts';

/** More of what the shell meets with remotes: only a portal in use meets it, so that the sign-in page does without these texts. */
export const inUseErrors = /* @__PURE__ */ defineErrors('loader', {
  FILE_CHANGED: [
    'BadGatewayError',
    'Expected {file} as it was published, received other bytes: {file} differs from what was published, so it did not run.',
    'Try again. If it stays so, somebody or something between the portal and this browser changes files: tell the app team.',
  ],
  FILE_TYPE: [
    'BadGatewayError',
    'Expected {file} to be a file of the plugin, received a page ({received}); it did not run.',
    'Something in front of the portal answers with a page of its own, as a sign-in does: try again, or tell the app team.',
  ],
  PAGE_FROZEN: [
    'ServiceUnavailableError',
    'Expected a page that answers, but it froze when this plugin had run last; so the plugin was not started by itself.',
    'Start it by the button, and tell its team if the page freezes again.',
  ],
  INTERFERED: [
    'ConflictError',
    'Expected the plugin to leave alone what all plugins of a page share, but it changed {what}.',
    'Its team has to keep it in a function or a key of its own, or take the API of the portal: fetchApiRef, storageApiRef, the router.',
  ],
  OVERRIDE_UNREACHABLE: [
    'BadGatewayError',
    'Expected the local build at {url} to answer, received: {reason}',
    'Check that its server runs and allows this portal to read from it (Access-Control-Allow-Origin), and that the browser lets this site reach your machine.',
  ],
  OVERRIDE_ANSWER: [
    'UnprocessableError',
    'Expected a plugin manifest at {url}, received {received}.',
    'Give the address of portico-plugin.json of a finished build.',
  ],
});
