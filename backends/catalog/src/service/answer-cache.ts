import { createBoundedCache } from './bounded-cache.ts';

/** Keeps ready answers until the entities they show change. */
export interface AnswerCache {
  /** The kept text of one entity, or what `read` finds, which is kept. */
  entity(ref: string, read: () => Promise<string | undefined>): Promise<string | undefined>;
  /** The kept answer to a question about many entities, or what `read` finds, which is kept. */
  answer(question: unknown, read: () => Promise<string>): Promise<string>;
  /** Forgets what these entities, now different, may show in. */
  forget(refs: readonly string[]): void;
}

export function createAnswerCache(): AnswerCache {
  const entities = createBoundedCache(8_000_000);
  const answers = createBoundedCache(8_000_000);
  let revision = 0;

  return {
    entity: async (ref, read) => {
      const kept = entities.get(ref);
      if (kept !== undefined) return kept;
      const before = revision;
      const text = await read();
      if (text !== undefined && before === revision) entities.set(ref, text);
      return text;
    },
    answer: async (question, read) => {
      const key = JSON.stringify(question);
      const kept = answers.get(key);
      if (kept !== undefined) return kept;
      const before = revision;
      const text = await read();
      // What changed while this was read may be in it or not, so it is not kept.
      if (before === revision) answers.set(key, text);
      return text;
    },
    forget: refs => {
      revision += 1;
      for (const ref of refs) entities.delete(ref);
      answers.clear();
    },
  };
}
