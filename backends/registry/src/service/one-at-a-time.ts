/** Runs tasks one after another, in the order in which they were given. A task that fails doesn't stop the next. */
export function createOneAtATime(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(task: () => Promise<T>) => {
    const result = last.then(task, task);
    last = result.catch(() => undefined);
    return result;
  };
}
