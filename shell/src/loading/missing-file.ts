/**
 * The URL of the file without which something failed, as webpack tells it; empty where it doesn't say which. Undefined when
 * it failed for another reason.
 */
export function missingFileOf(thrown: unknown): string | undefined {
  const { name, code, request, cause } = (thrown ?? {}) as { name?: unknown; code?: unknown; request?: unknown; cause?: unknown };
  if (name === 'ChunkLoadError' || code === 'CSS_CHUNK_LOAD_FAILED') return typeof request === 'string' ? request : '';
  return cause ? missingFileOf(cause) : undefined;
}
