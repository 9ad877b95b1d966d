import type { Request } from 'express';
import { authErrors, createError } from '@portico/errors';

const loopbackNames = /^(localhost|[\w-]+\.localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/**
 * A development portal makes an admin of whoever asks, so it has to be asked by a loopback name: a stranger's page whose
 * name resolves to 127.0.0.1 (DNS rebinding), or a proxy that opens the port to others, sends another name.
 *
 * @throws AUTH_HOST_REFUSED
 */
export function requireLoopbackName(request: Request): void {
  const names = [request.headers.host ?? 'no name', request.headers['x-forwarded-host'] ?? []].flat();
  const stranger = names.flatMap(name => name.split(',')).find(name => !loopbackNames.test(name.trim()));
  if (stranger !== undefined) throw createError(authErrors.HOST_REFUSED, { host: stranger });
}

/** Older browsers say the origin only, and only with requests that write. */
function isForeign({ headers }: Request): boolean {
  return headers.origin !== undefined && URL.parse(headers.origin)?.host !== headers.host;
}

/**
 * A sign-in changes who the browser is, so other sites must not cause one.
 *
 * @throws AUTH_SIGN_IN_CROSS_SITE
 */
export function requireOwnPage(request: Request): void {
  const site = request.headers['sec-fetch-site'];
  const foreign = site === undefined ? isForeign(request) : site !== 'same-origin' && site !== 'none';
  if (foreign) throw createError(authErrors.SIGN_IN_CROSS_SITE);
}
