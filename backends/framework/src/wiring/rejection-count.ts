/** Rejections that a plugin left unhandled. */
export interface RejectionCount {
  add(reason: unknown): void;
  count(): number;
  /** The newest one, until five minutes have passed without another. */
  recent(): NonNullable<unknown> | undefined;
}

const rememberMs = 5 * 60_000;

/** Starts with none. */
export function createRejectionCount(): RejectionCount {
  let count = 0;
  let newest: { readonly reason: NonNullable<unknown>; readonly at: number } | undefined;
  return {
    add(reason) {
      count += 1;
      newest = { reason: reason ?? 'nothing', at: Date.now() };
    },
    count: () => count,
    recent: () => (newest && Date.now() - newest.at < rememberMs ? newest.reason : undefined),
  };
}
