import type { Request } from 'express';
import { sessionCookieName } from '../auth/auth-service.ts';

/** The token of `Authorization: Bearer`; `undefined` without that header, empty when it holds something else. */
export function bearerTokenOf(request: Request): string | undefined {
  const { authorization } = request.headers;
  if (authorization === undefined) return undefined;
  return /^Bearer +([\w.~+/=:-]+) *$/i.exec(authorization)?.[1] ?? '';
}

/** The token of the session cookie; one that is too long for a cookie goes on in `portico-session.1`. */
export function cookieTokenOf(request: Request): string | undefined {
  const parts = new Map<string, string>();
  for (const pair of request.headers.cookie?.split(';') ?? []) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, at).trim();
    if (name.startsWith(sessionCookieName) && !parts.has(name)) parts.set(name, pair.slice(at + 1).trim());
  }
  const first = parts.get(sessionCookieName);
  return first ? `${first}${parts.get(`${sessionCookieName}.1`) ?? ''}` : undefined;
}
