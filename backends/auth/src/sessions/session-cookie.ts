import { sessionCookieName } from '@portico/backend-framework';
import type { CookieOptions, Request, Response } from 'express';
import { sessionLifetimeMs } from './session-lifetime.ts';

function options(request: Request): CookieOptions {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: request.secure };
}

/** The token that the browser sent. */
export function readSessionCookie(request: Request): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map(pair => pair.trim());
  const pair = pairs.find(text => text.startsWith(`${sessionCookieName}=`));
  return pair?.slice(sessionCookieName.length + 1) || undefined;
}

/** Makes the browser keep the token as long as it is valid. Scripts cannot read it. */
export function setSessionCookie(request: Request, response: Response, token: string): void {
  response.cookie(sessionCookieName, token, { ...options(request), maxAge: sessionLifetimeMs });
}

/** Makes the browser forget the token. */
export function clearSessionCookie(request: Request, response: Response): void {
  response.clearCookie(sessionCookieName, options(request));
}
