import { encodeCursor } from '../query/cursor.ts';
import type { EntityRow, Place } from '../query/entity-query.ts';
import { projection } from '../query/project-fields.ts';
import type { EntityStore } from '../store/entity-store.ts';
import type { PagePlan, PageRequest } from './page-request.ts';
import { planPage } from './page-request.ts';

/** Answers one page: the JSON text `{ items, totalItems, pageInfo: { nextCursor?, prevCursor? } }`. */
export async function readPage(store: EntityStore, request: PageRequest): Promise<string> {
  const plan = planPage(request);
  const { query, carried } = plan;
  const project = projection(request.fields ?? []);
  const found = await store.page({ ...query, limit: query.limit + 1 });
  const more = found.length > query.limit;
  // The row too many is the farthest one in the direction of reading.
  const rows = query.backwards ? found.slice(more ? 1 : 0) : found.slice(0, query.limit);
  const totalItems = await totalOf(store, plan);
  const pageInfo = cursorsOf({ plan: { ...plan, carried: { ...carried, totalItems } }, rows, more });
  const items = rows.map(({ text }) => (project ? project(text) : text));
  return `{"items":[${items.join(',')}],"totalItems":${totalItems ?? 0},"pageInfo":${JSON.stringify(pageInfo)}}`;
}

async function totalOf(store: EntityStore, { query, carried, counts }: PagePlan): Promise<number | undefined> {
  if (!counts) return undefined;
  if (carried.totalItems !== undefined) return carried.totalItems;
  const textField = query.orderFields[0]?.field ?? 'metadata.uid';
  return await store.count({ condition: query.condition, fullText: query.fullText, textField });
}

function cursorsOf({ plan, rows, more }: { plan: PagePlan; rows: readonly EntityRow[]; more: boolean }): {
  nextCursor?: string;
  prevCursor?: string;
} {
  const { backwards } = plan.query;
  const first = rows[0]?.place;
  const last = rows.at(-1)?.place;
  if (!first || !last) return {};
  const firstSortFieldValues = plan.carried.firstSortFieldValues ?? first;
  const cursor = (orderFieldValues: Place, isPrevious: boolean) =>
    encodeCursor({ ...plan.carried, firstSortFieldValues, orderFieldValues, isPrevious });
  const atStart = backwards ? !more : first.at(-1) === firstSortFieldValues.at(-1);
  return {
    ...(backwards || more ? { nextCursor: cursor(last, false) } : {}),
    ...(atStart ? {} : { prevCursor: cursor(first, true) }),
  };
}
