import { Router } from 'express';
import type { Request } from 'express';
import { queryBounds } from '../query/condition.ts';
import type { EntityService } from '../service/entity-service.ts';
import { assertLimit } from '../service/page-request.ts';
import { byQueryBody, byRefsBody, facetsBody } from './bodies.ts';
import { afterOf, linkToNext } from './list-paging.ts';
import { bodyOf, commaList, countOf, listOf, orderFieldsOf, totalItemsOf, valueOf } from './request-values.ts';
import { sendJsonList, sendJsonText } from './send-json.ts';

function refOf(request: Request): string {
  const { kind, namespace, name } = request.params;
  return `${String(kind)}:${String(namespace)}/${String(name)}`.toLowerCase();
}

/** `/entities...` and `/entity-facets` of the published catalog API. */
export function createEntitiesRouter(service: EntityService): Router {
  const router = Router();

  router.get('/entities', async (request, response) => {
    const wanted = {
      filters: listOf(request, 'filter'),
      fields: commaList(request, 'fields'),
      orderFields: orderFieldsOf(request, 'order', 'order:field'),
    };
    const paged = ['limit', 'offset', 'after'].some(name => valueOf(request, name) !== undefined);
    if (!paged) {
      await sendJsonList(response, service.all(wanted));
      return;
    }
    const after = afterOf(request);
    const limit = assertLimit(countOf(request, 'limit') ?? after?.limit) ?? queryBounds.limit;
    const offset = after?.offset ?? countOf(request, 'offset') ?? 0;
    const { texts, more } = await service.list(wanted, { limit, offset });
    if (more && limit > 0) response.setHeader('Link', linkToNext(request, { limit, offset: offset + texts.length }));
    sendJsonText(response, `[${texts.join(',')}]`);
  });

  router.get('/entities/by-query', async (request, response) => {
    const term = valueOf(request, 'fullTextFilterTerm');
    const text = await service.page({
      cursor: valueOf(request, 'cursor'),
      filters: listOf(request, 'filter'),
      fullTextFilter: term === undefined ? undefined : { term, fields: commaList(request, 'fullTextFilterFields') },
      orderFields: orderFieldsOf(request, 'orderField', 'field,order'),
      limit: countOf(request, 'limit'),
      offset: countOf(request, 'offset'),
      fields: commaList(request, 'fields'),
      totalItems: totalItemsOf(request),
    });
    sendJsonText(response, text);
  });

  router.post('/entities/by-query', async (request, response) => {
    const { orderBy, fullTextFilter, ...body } = bodyOf(request, byQueryBody);
    const term = fullTextFilter?.term;
    const fullText = term === undefined ? undefined : { term, fields: fullTextFilter?.fields };
    sendJsonText(response, await service.page({ ...body, orderFields: orderBy, fullTextFilter: fullText }));
  });

  router.get('/entities/by-uid/:uid', async (request, response) => {
    sendJsonText(response, await service.byUid(request.params.uid));
  });

  router.get('/entities/by-name/:kind/:namespace/:name', async (request, response) => {
    sendJsonText(response, await service.byRef(refOf(request)));
  });

  router.get('/entities/by-name/:kind/:namespace/:name/ancestry', async (request, response) => {
    sendJsonText(response, await service.ancestry(refOf(request)));
  });

  router.post('/entities/by-refs', async (request, response) => {
    const { entityRefs, fields = [], query } = bodyOf(request, byRefsBody);
    sendJsonText(response, await service.byRefs(entityRefs, { filters: listOf(request, 'filter'), query, fields }));
  });

  router.get('/entity-facets', async (request, response) => {
    sendJsonText(response, await service.facets(listOf(request, 'facet'), { filters: listOf(request, 'filter') }));
  });

  router.post('/entity-facets', async (request, response) => {
    const { facets, query } = bodyOf(request, facetsBody);
    sendJsonText(response, await service.facets(facets, { query }));
  });

  return router;
}
