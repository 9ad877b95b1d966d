import type { Request, RequestHandler } from 'express';
import { appErrors, createError } from '@portico/errors';
import type { Asset, AssetIndex } from './asset-index.ts';

function pathOf(request: Request): string | undefined {
  try {
    return decodeURIComponent(request.path).slice(1);
  } catch {
    return undefined;
  }
}

function encodingFor(request: Request, { compressed }: Asset): { coding: string; ending: string } | undefined {
  if (compressed.has('br') && request.acceptsEncodings('br')) return { coding: 'br', ending: '.br' };
  if (compressed.has('gz') && request.acceptsEncodings('gzip')) return { coding: 'gzip', ending: '.gz' };
  return undefined;
}

/**
 * Answers `/assets/*` with files of the index, compressed where the build did so and the browser wants it.
 *
 * @param index - asked for each request, so that it may change
 */
export function createAssetHandler(index: () => AssetIndex): RequestHandler {
  return (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') throw createError(appErrors.ASSET_METHOD, { method: request.method });
    const path = pathOf(request);
    const asset = path === undefined ? undefined : index().get(path);
    if (!asset) throw createError(appErrors.ASSET_MISSING, { path: request.path });
    const encoding = encodingFor(request, asset);
    response.setHeader('Content-Type', asset.contentType);
    response.setHeader('Cache-Control', asset.immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
    response.vary('Accept-Encoding');
    if (encoding) response.setHeader('Content-Encoding', encoding.coding);
    const file = `${asset.path}${encoding?.ending ?? ''}`;
    response.sendFile(file, { root: asset.directory, cacheControl: false, acceptRanges: false, dotfiles: 'allow' }, fault => {
      if (!fault || response.headersSent) return;
      for (const header of ['Content-Type', 'Content-Encoding', 'Cache-Control']) response.removeHeader(header);
      next(createError(appErrors.ASSET_MISSING, { path: request.path }, { cause: fault }));
    });
  };
}
