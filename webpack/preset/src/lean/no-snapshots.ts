// Stands in for the federation runtime's handling of its own manifests. Portico's snapshot names entries directly, so
// no such manifest is ever fetched in the browser.

/** Has the shape that the runtime asks of a handler, and nothing to handle. */
export class SnapshotHandler {
  readonly hooks = { lifecycle: {}, applyPlugin: (): void => undefined, removePlugin: (): void => undefined };
  readonly manifestCache = new Map<string, unknown>();
}

/** No remote is known from a federation manifest. */
export function getGlobalRemoteInfo(): Record<string, never> {
  return {};
}
