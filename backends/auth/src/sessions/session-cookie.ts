import { cookieTokenOf, sessionCookieName } from '@portico/backend-framework';
import type { CookieOptions, Request, Response } from 'express';

/** A browser keeps about 4,096 bytes in a cookie, its name and attributes among them. */
const longestPart = 3_700;
const continued = `${sessionCookieName}.1`;

/** True where the browser must send cookies over https only. */
export type IsSecure = (request: Request) => boolean;

/** The token of the session in a browser. */
export interface SessionCookie {
  read(request: Request): string | undefined;
  /** Makes the browser keep the token for so long. Scripts cannot read it. */
  set(request: Request, response: Response, kept: { readonly token: string; readonly lifetimeMs: number }): void;
  /** Makes the browser forget the token. */
  clear(request: Request, response: Response): void;
}

/** Longest token that the cookies of a session hold. */
export const longestSessionToken = 2 * longestPart;

/** A token that is too long for one cookie goes on in a second one. */
export function createSessionCookie(isSecure: IsSecure): SessionCookie {
  const options = (request: Request): CookieOptions => {
    return { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(request) };
  };
  const hasContinued = (request: Request) => (request.headers.cookie ?? '').includes(`${continued}=`);
  return {
    read: cookieTokenOf,
    set(request, response, { token, lifetimeMs }) {
      const kept = { ...options(request), maxAge: lifetimeMs };
      response.cookie(sessionCookieName, token.slice(0, longestPart), kept);
      if (token.length > longestPart) response.cookie(continued, token.slice(longestPart), kept);
      else if (hasContinued(request)) response.clearCookie(continued, options(request));
    },
    clear(request, response) {
      response.clearCookie(sessionCookieName, options(request));
      if (hasContinued(request)) response.clearCookie(continued, options(request));
    },
  };
}
