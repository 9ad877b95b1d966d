import { Router } from 'express';
import type { PublicConfigStore } from './public-config.ts';

/** `GET /api/app/config`. */
export function createPublicConfigRouter(store: PublicConfigStore): Router {
  const router = Router();
  router.get('/config', (request, response) => {
    const config = store.current();
    const etag = `"${config.revision}"`;
    response.setHeader('ETag', etag);
    response.setHeader('Cache-Control', 'no-cache');
    // A compressed answer keeps the tag in its weak form.
    const known = (request.headers['if-none-match'] ?? '').split(',').map(tag => tag.trim().replace(/^W\//, ''));
    if (known.includes(etag)) response.status(304).end();
    else response.json(config);
  });
  return router;
}
