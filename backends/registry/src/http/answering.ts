import type { HttpAuthService } from '@portico/backend-framework';
import type { Request, RequestHandler } from 'express';
import type { Caller } from '../access/access.ts';

/** What a path is answered with for somebody. */
export type Route = (request: Request, caller: Caller) => Promise<unknown>;

/** How the registry answers those whom it knows. */
export interface Answering {
  /** @throws FRAMEWORK_UNAUTHENTICATED */
  callerOf(request: Request): Promise<Caller>;
  /** Answers with what a route gives; with 204 where it gives nothing. */
  answer(route: Route): RequestHandler;
}

/** A part of the path. */
export function param(request: Request, name: string): string {
  return String(request.params[name] ?? '');
}

/** Makes the way of answering. */
export function createAnswering(httpAuth: HttpAuthService): Answering {
  async function callerOf(request: Request): Promise<Caller> {
    return (await httpAuth.credentials(request, { allow: ['user', 'service'] })).principal;
  }
  return {
    callerOf,
    answer: route => async (request, response) => {
      const result = await route(request, await callerOf(request));
      response.setHeader('Cache-Control', 'no-store');
      if (result === undefined) response.status(204).end();
      else response.json(result);
    },
  };
}
