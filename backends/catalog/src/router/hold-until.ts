import type { RequestHandler } from 'express';

/** Holds requests until `ready` settles, at most `longestMs`: nobody shall see an empty catalog right after the first start. */
export function holdUntil(ready: Promise<void>, longestMs: number): RequestHandler {
  let open = false;
  const opened = new Promise<void>(resolve => {
    const timer = setTimeout(resolve, longestMs);
    timer.unref();
    ready.then(resolve, resolve).finally(() => clearTimeout(timer));
  }).then(() => {
    open = true;
  });
  return (_request, _response, next) => {
    if (open) next();
    else void opened.then(() => next());
  };
}
