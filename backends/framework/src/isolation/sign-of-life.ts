/** Waits for the next sign of life. */
export interface LifeWatch {
  /** A sign was seen; the first one begins the watch. */
  seen(): void;
  end(): void;
}

/** Looks in so many steps: while this process is held up itself, its own timers stand still, and only one step counts. */
const steps = 10;

/** Calls `onSilence` when no sign was seen for `limitMs`, once. */
export function watchLife(limitMs: number, onSilence: () => void): LifeWatch {
  let missed = 0;
  let timer: NodeJS.Timeout | undefined;
  const end = () => clearInterval(timer);

  function step(): void {
    missed += 1;
    if (missed <= steps) return;
    end();
    onSilence();
  }
  return {
    end,
    seen() {
      missed = 0;
      timer ??= setInterval(step, limitMs / steps).unref();
    },
  };
}
