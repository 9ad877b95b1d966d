import type { SessionWatch } from './session-watch.ts';

/** A request, as `fetch` takes it, with the answer 401 that it got. */
export interface RefusedRequest {
  readonly response: Response;
  readonly input: string | URL | Request;
  readonly init: RequestInit | undefined;
  /** Sends it again. */
  readonly repeat: () => Promise<Response>;
}

function isOwn({ url }: Response): boolean {
  return new URL(url, window.location.href).origin === window.location.origin;
}

function isSafe(init: RequestInit | undefined): boolean {
  return ['GET', 'HEAD'].includes(init?.method?.toUpperCase() ?? 'GET');
}

/** A request whose body is a stream, or may be one, can't be sent a second time. */
function canRepeat({ input, init }: RefusedRequest): boolean {
  return !(typeof input === 'object' && 'method' in input) && !(init?.body && typeof init.body === 'object' && 'getReader' in init.body);
}

function aborted(signal: AbortSignal | null | undefined): Promise<void> {
  return new Promise(resolve => signal?.addEventListener('abort', () => resolve(), { once: true }));
}

/**
 * Lets a request outlast the session: where it has ended, the request waits until the user has signed in again, then is
 * repeated. Where the session still is there, the answer means something else; only reading is repeated then.
 */
export async function repeatWithSession(request: RefusedRequest, { check, restored }: Pick<SessionWatch, 'check' | 'restored'>): Promise<Response> {
  const { response, init, repeat } = request;
  if (!isOwn(response) || !canRepeat(request)) return response;
  if ((await check()) === 'there') return isSafe(init) ? repeat() : response;
  await Promise.race([restored(), aborted(init?.signal)]);
  return repeat();
}
