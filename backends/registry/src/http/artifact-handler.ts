import type { HttpAuthService } from '@portico/backend-framework';
import { createError, registryErrors } from '@portico/errors';
import type { Request, RequestHandler, Response } from 'express';
import type { ArtifactCache } from '../artifacts/artifact-cache.ts';
import type { ArtifactFinder } from '../artifacts/artifact-finder.ts';
import type { EncodedBody } from '../encoding/encoded-body.ts';
import { parseArtifactPath } from './artifact-path.ts';
import { disturb } from './chaos.ts';
import { contentTypeOf, isDocument } from './content-types.ts';
import { sendEncoded } from './send-encoded.ts';

/** What serving artifacts takes. */
export interface ArtifactHandlerOptions {
  readonly finder: ArtifactFinder;
  readonly cache: ArtifactCache;
  readonly httpAuth: HttpAuthService;
  /** Whether anybody may read them: `registry.artifacts.public`. */
  readonly isPublic: boolean;
  /** Whether testers may make remotes fail: `registry.chaos.allowed`. */
  readonly chaosAllowed?: boolean;
}

interface Found {
  readonly path: string;
  readonly body: EncodedBody;
  /** Whether the bytes are those that were recorded. */
  readonly asRecorded: boolean;
  readonly chaos?: string;
}

function setHeaders(response: Response, { path, asRecorded }: Found, isPublic: boolean): void {
  const sharing = isPublic ? 'public' : 'private';
  response.setHeader('Content-Type', contentTypeOf(path));
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  // Changed bytes must reach the browser, which refuses them, and must not stay there when they have been mended.
  response.setHeader('Cache-Control', asRecorded ? `${sharing}, max-age=31536000, immutable` : 'no-store');
  if (isDocument(path)) response.setHeader('Content-Security-Policy', "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'");
}

/** Answers `/remotes/<id>/<version>/<path>` with recorded files, to those who have a session unless they are public. */
export function createArtifactHandler({ finder, cache, httpAuth, isPublic, chaosAllowed = false }: ArtifactHandlerOptions): RequestHandler {
  async function find(request: Request): Promise<Found | undefined> {
    const parsed = parseArtifactPath(request.url);
    if (parsed?.chaos !== undefined && !chaosAllowed) return undefined;
    const served = parsed && (await finder.find(parsed.id, parsed.version, parsed.path));
    const body = served && (await cache.load(parsed.path, served.artifact));
    if (!body) return undefined;
    const asRecorded = body.tag === served.asset.integrity;
    const { path, chaos } = parsed;
    // What fails on purpose must not be remembered as if it were the remote's own.
    if (chaos !== undefined) return { path, body, asRecorded: false, chaos };
    return asRecorded || !served.recordedBytesOnly ? { path, body, asRecorded } : undefined;
  }

  return async (request, response) => {
    if (!['GET', 'HEAD'].includes(request.method)) {
      throw createError(registryErrors.ARTIFACT_METHOD, { method: request.method });
    }
    if (!isPublic) await httpAuth.credentials(request, { allow: ['user', 'service'] });
    const found = await find(request);
    if (!found) throw createError(registryErrors.ARTIFACT_UNKNOWN, { path: request.originalUrl.slice(0, 200) });
    setHeaders(response, found, isPublic);
    const { path, body, chaos } = found;
    const sent = chaos === undefined ? body : await disturb(chaos, { path, body, isEntry: /remoteEntry\.m?js$/.test(path) }, response);
    if (sent) sendEncoded(request, response, sent);
  };
}
