import { defineErrors } from '../define-errors.ts';

/** What the shell meets while it discovers, loads and shows remotes. */
export const loaderErrors = /* @__PURE__ */ defineErrors('loader', {
  ANSWER_UNREACHABLE: [
    'ServiceUnavailableError',
    'Expected an answer from {url}, but the portal could not be reached: {reason}.',
    'Check the network connection. The portal tries again by itself.',
  ],
  ANSWER_LATE: [
    'GatewayTimeoutError',
    'Expected an answer from {url} within {seconds} s, received none.',
    'The portal tries again by itself. If it stays so, look at the health of the portal at /readyz.',
  ],
  ANSWER_REFUSED: [
    'BadGatewayError',
    'Expected a good answer from {url}, received status {status}.',
    'The portal tries again by itself. If it stays so, look at the health of the portal at /readyz.',
  ],
  ANSWER_SHAPE: [
    'BadGatewayError',
    'Expected {url} to answer with {expected}, received {received}.',
    'The page and the portal may be of different versions: reload the page.',
  ],
  SIGNED_OUT: ['AuthenticationError', 'Expected a signed-in user, received a session that has ended.', 'Sign in again.'],
  REMOTE_SHAPE: [
    'UnprocessableError',
    'Expected {path} of the registered plugin to be {expected}, received {received}.',
    'The team of the plugin has to publish it again with a current version of the build preset.',
  ],
  REMOTE_REFUSED: [
    'UnprocessableError',
    'The registry refused this version of the plugin.',
    "Ask the plugin's team to look at the findings in the registry.",
  ],
  ENTRY_UNREACHABLE: [
    'BadGatewayError',
    'Expected the entry of the plugin at {url}, but it did not arrive: it is missing, cannot be reached, or differs from what was published.',
    'Try again. If it stays so, its team has to check the published files.',
  ],
  ENTRY_LATE: [
    'GatewayTimeoutError',
    'Expected the entry of the plugin within {seconds} s, received nothing.',
    'Try again in a moment.',
  ],
  ENTRY_BROKEN: [
    'BadGatewayError',
    'Expected {url} to be a federation entry that runs, received: {reason}',
    'The team of the plugin has to correct its build and publish it again.',
  ],
  INTEGRITY_MISSING: [
    'UnprocessableError',
    'Expected a recorded digest for every file of the plugin, received none for {url}.',
    'Code without a digest does not run. The plugin has to be published so that the registry can record its files.',
  ],
  INTEGRITY_DIFFERS: [
    'UnprocessableError',
    'Expected the digest that the registry pinned for {url}, received another one in the plugin manifest.',
    'The team of the plugin has to publish it again.',
  ],
  INTEGRITY_UNENFORCED: [
    'NotImplementedError',
    'Expected a browser that checks the digests of modules, received one that does not.',
    'Update the browser, or ask the plugin team for a build with the classic preset.',
  ],
  INIT_LATE: [
    'GatewayTimeoutError',
    'Expected the plugin to connect to the shared modules within {seconds} s; it is still busy.',
    'Try again. If it stays so, its team has to look at what it does while starting.',
  ],
  INIT_FAILED: [
    'UnprocessableError',
    'Expected the plugin to accept the shared modules of the portal, received: {reason}',
    'The team of the plugin has to build it against the versions at /api/registry/offer.',
  ],
  EVALUATE_LATE: [
    'GatewayTimeoutError',
    'Expected the code of the plugin to run within {seconds} s; it has not finished.',
    'Try again in a moment.',
  ],
  EVALUATE_FAILED: [
    'InternalError',
    'Expected the code of the plugin to run, received: {reason}',
    'Try again. If it stays so, its team has to look at the error.',
  ],
  EXTENSION_MISSING: [
    'NotFoundError',
    'Expected the extension {extension} to be registered still, but it is not.',
    'Reload the page to see what the portal offers now.',
  ],
  FILES_UNREACHABLE: [
    'BadGatewayError',
    'Expected the files of {what}, but they did not arrive: they are missing, cannot be reached, or differ from what was published.',
    'Try again. If it stays so, the team of the plugin has to check the published files.',
  ],
  EXTENSION_LATE: [
    'GatewayTimeoutError',
    'Expected the extension {extension} within {seconds} s; its files have not arrived.',
    'Try again in a moment.',
  ],
  RENDER_FAILED: [
    'InternalError',
    'Expected the plugin to show its content, received: {reason}',
    'Try again. If it stays so, its team has to look at the error.',
  ],
});
