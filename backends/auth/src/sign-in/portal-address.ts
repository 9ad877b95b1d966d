import type { ConfigReader } from '@portico/config';
import type { Request } from 'express';

/** Where users open the portal, without a slash at the end; undefined where the configuration does not say. */
export function portalUrlOf(config: ConfigReader): string | undefined {
  const configured = config.getOptionalString('app.baseUrl') ?? config.getOptionalString('backend.baseUrl');
  return configured?.replace(/\/+$/, '');
}

const longestPath = 1_000;

/**
 * The page to return to after a sign-in: a path of the portal, whatever was asked for. An address of another origin, or
 * one that a browser would take for one (`//evil.example`, `/\evil.example`), becomes the first page.
 */
export function returnPathOf(request: Request, portalUrl: string): string {
  const { from } = request.query;
  if (typeof from !== 'string' || from.length > longestPath) return '/';
  const own = new Set([new URL(portalUrl).origin, `${request.protocol}://${request.headers.host ?? ''}`]);
  const url = URL.parse(from, portalUrl);
  if (!url || !own.has(url.origin)) return '/';
  const path = `/${url.pathname.replace(/^[/\\]+/, '')}${url.search}${url.hash}`;
  return path === '/sign-in' || path.startsWith('/api/') ? '/' : path;
}
