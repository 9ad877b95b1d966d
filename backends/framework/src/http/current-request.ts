import { AsyncLocalStorage } from 'node:async_hooks';
import type { Request, RequestHandler } from 'express';

const requests = new AsyncLocalStorage<Request>();

/** Lets what a request sets off know it, however deep. */
export const rememberRequest: RequestHandler = (request, _response, next) => {
  requests.run(request, next);
};

/** The request on whose behalf the code at hand runs. */
export function currentRequest(): Request | undefined {
  return requests.getStore();
}
