import type { FetchApi, PermissionApi, PermissionRequest } from '@portico/plugin-api';

const keepMs = 30_000;
const largestBatch = 100;

interface Question {
  readonly request: PermissionRequest;
  readonly tell: (result: 'ALLOW' | 'DENY') => void;
}

/** Asks the permission plugin, in one request for all questions of a moment. */
export function createPermissionApi({ fetch }: FetchApi, now: () => number = Date.now): PermissionApi {
  const known = new Map<string, { answer: ReturnType<PermissionApi['authorize']>; until: number }>();
  let waiting: Question[] = [];

  async function ask(questions: readonly Question[]): Promise<void> {
    const items = questions.map(({ request }, index) => ({ id: String(index), ...request }));
    const headers = { 'content-type': 'application/json' };
    const response = await fetch('plugin://permission/authorize', { method: 'POST', headers, body: JSON.stringify({ items }) });
    const answers = response.ok ? ((await response.json()) as { items: { id: string; result: string }[] }).items : [];
    const allowed = new Set(answers.filter(({ result }) => result === 'ALLOW').map(({ id }) => id));
    questions.forEach(({ tell }, index) => tell(allowed.has(String(index)) ? 'ALLOW' : 'DENY'));
  }

  function askAll(): void {
    const questions = waiting;
    waiting = [];
    for (let at = 0; at < questions.length; at += largestBatch) {
      const batch = questions.slice(at, at + largestBatch);
      ask(batch).catch(() => {
        // Nothing was learned: the next question asks again.
        known.clear();
        for (const { tell } of batch) tell('DENY');
      });
    }
  }

  return {
    authorize(request) {
      const key = JSON.stringify([request.permission.name, request.permission.resourceType, request.resourceRef]);
      const entry = known.get(key);
      if (entry && entry.until > now()) return entry.answer;
      const answer = new Promise<{ result: 'ALLOW' | 'DENY' }>(resolve => {
        if (waiting.push({ request, tell: result => resolve({ result }) }) === 1) queueMicrotask(askAll);
      });
      known.set(key, { answer, until: now() + keepMs });
      return answer;
    },
  };
}
