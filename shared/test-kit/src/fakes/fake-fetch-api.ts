import { createFetchApi } from '@portico/plugin-api';
import type { DiscoveryApi, FetchApi } from '@portico/plugin-api';

/** JSON to answer with, a whole answer, or a function that makes one of them from the request. */
export type FakeAnswer = unknown | Response | ((request: Request) => unknown | Promise<unknown>);

/** Answers by method and path: `'GET /api/catalog/entities/by-query'`. A key without a method is GET; queries don't count. */
export type FakeAnswers = Readonly<Record<string, FakeAnswer>>;

/** HTTP that leaves the process never. */
export interface FakeFetchApi extends FetchApi {
  /** All requests so far, oldest first. */
  readonly requests: readonly Request[];
  /** Adds answers, or replaces them. */
  answer(answers: FakeAnswers): void;
}

const normalize = (key: string): string => (key.startsWith('/') ? `GET ${key}` : key);

function notAnswered(request: Request, path: string, known: readonly string[]): Response {
  const message = `Expected a fake answer for ${request.method} ${path}, known are: ${known.join(', ') || 'none'}`;
  const error = { name: 'NotFoundError', code: 'TEST_KIT_NO_ANSWER', message, fix: 'Pass it to the fake fetch API.' };
  return Response.json({ error }, { status: 404 });
}

/** Makes the fetch API over a table of answers. What isn't in the table is answered with 404 and a message that says so. */
export function createFakeFetchApi(discovery: DiscoveryApi, answers: FakeAnswers = {}): FakeFetchApi {
  const requests: Request[] = [];
  const table = new Map<string, FakeAnswer>();
  const answer = (more: FakeAnswers): void => {
    for (const [key, value] of Object.entries(more)) table.set(normalize(key), value);
  };
  answer(answers);
  const fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(typeof input === 'string' ? new URL(input, 'http://portal.test') : input, init);
    requests.push(request);
    request.signal.throwIfAborted();
    const path = new URL(request.url).pathname;
    const key = `${request.method} ${path}`;
    if (!table.has(key)) return notAnswered(request, path, [...table.keys()]);
    const found = table.get(key);
    const made: unknown = await (typeof found === 'function' ? (found as (asked: Request) => unknown)(request.clone()) : found);
    return made instanceof Response ? made.clone() : Response.json(made);
  };
  return { ...createFetchApi({ discovery, fetch }), requests, answer };
}
