/** A signal that aborts by time or together with another one. */
export interface TimeLimit {
  readonly signal: AbortSignal;
  /** True once the time was up. */
  readonly isOver: boolean;
  /** Lets go of the timer and of the other signal; for `finally`. */
  end(): void;
}

/**
 * Starts a time limit. In place of `AbortSignal.any` with `AbortSignal.timeout`: what only a combined signal refers to may be
 * collected as garbage before its time, and then it never aborts (https://github.com/nodejs/node/issues/54614).
 *
 * @param limitMs - the signal's reason is then a `TimeoutError`
 * @param other - aborts the signal too, with its own reason
 */
export function startTimeLimit(limitMs: number, other?: AbortSignal): TimeLimit {
  const controller = new AbortController();
  let isOver = false;
  const timer = setTimeout(() => {
    isOver = true;
    controller.abort(new DOMException(`Not done within ${limitMs} ms`, 'TimeoutError'));
  }, limitMs);
  const follow = (): void => controller.abort(other?.reason);
  if (other?.aborted) follow();
  else other?.addEventListener('abort', follow, { once: true });
  return {
    signal: controller.signal,
    get isOver() {
      return isOver;
    },
    end() {
      clearTimeout(timer);
      other?.removeEventListener('abort', follow);
    },
  };
}
