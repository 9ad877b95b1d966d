import type { RequestHandler } from 'express';

const everywhere = [
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'SAMEORIGIN'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Origin-Agent-Cluster', '?1'],
  ['X-DNS-Prefetch-Control', 'off'],
  ['X-Download-Options', 'noopen'],
  ['X-Permitted-Cross-Domain-Policies', 'none'],
  // The filter of old browsers could be turned against a page.
  ['X-XSS-Protection', '0'],
  // Nothing is shown in a frame of another site, whatever it is. Files must not get more of a policy: workers would obey it.
  ['Content-Security-Policy', "frame-ancestors 'self'"],
] as const;

/** What pages of other sites learn of where their visitors come from, unless `backend.referrer.policy` says otherwise. */
export const defaultReferrerPolicy = 'strict-origin-when-cross-origin';

/**
 * Headers that make browsers careful. The page and documents of remotes have policies of their own in their place.
 *
 * @param referrerPolicy - `backend.referrer.policy`
 */
export function createSecurityHeaders(referrerPolicy = defaultReferrerPolicy): RequestHandler {
  const headers = new Map<string, string>([...everywhere, ['Referrer-Policy', referrerPolicy]]);
  return (request, response, next) => {
    response.setHeaders(headers);
    if (request.secure) response.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
    if (request.path.startsWith('/api/')) {
      response.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
      response.setHeader('Cache-Control', 'private, no-cache');
    }
    next();
  };
}
