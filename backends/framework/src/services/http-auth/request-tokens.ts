import type { Request } from 'express';
import { sessionCookieName } from '../auth/auth-service.ts';

/** The token of `Authorization: Bearer`; `undefined` without that header, empty when it holds something else. */
export function bearerTokenOf(request: Request): string | undefined {
  const { authorization } = request.headers;
  if (authorization === undefined) return undefined;
  return /^Bearer +([\w.~+/=:-]+) *$/i.exec(authorization)?.[1] ?? '';
}

/** The token of the session cookie. */
export function cookieTokenOf(request: Request): string | undefined {
  for (const pair of request.headers.cookie?.split(';') ?? []) {
    const at = pair.indexOf('=');
    if (pair.slice(0, at).trim() === sessionCookieName) return pair.slice(at + 1).trim() || undefined;
  }
  return undefined;
}
