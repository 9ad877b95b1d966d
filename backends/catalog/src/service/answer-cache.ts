import { createBoundedCache } from './bounded-cache.ts';
import type { SharedAnswers } from './shared-answers.ts';

/** Keeps ready answers until the entities they show change. */
export interface AnswerCache {
  /** The kept text of one entity, or what `read` finds, which is kept. */
  entity(ref: string, read: () => Promise<string | undefined>): Promise<string | undefined>;
  /** The kept answer to a question about many entities, or what `read` finds, which is kept. */
  answer(question: unknown, read: () => Promise<string>): Promise<string>;
  /** Forgets what these entities, now different, may show in; without refs everything. */
  forget(refs?: readonly string[]): void;
}

/** What is kept elsewhere, and whether what is kept here may be shown. */
export interface AnswerCacheOptions {
  /** False while it is not known whether another replica has changed something. */
  readonly isFresh: () => boolean;
  readonly shared: SharedAnswers;
}

/** In the memory of this process, and behind it in what replicas share. */
export function createAnswerCache({ isFresh, shared }: AnswerCacheOptions): AnswerCache {
  const entities = createBoundedCache(8_000_000);
  const answers = createBoundedCache(8_000_000);
  let revision = 0;

  /** What changed while this was read may be in it or not, so then it is not kept. */
  async function readThrough<T extends string | undefined>(key: string, read: () => Promise<T>, keep: (text: string) => void): Promise<T> {
    const before = revision;
    const text = await shared.through(key, read);
    if (text !== undefined && before === revision) keep(text);
    return text;
  }

  return {
    entity: async (ref, read) => {
      const kept = isFresh() ? entities.get(ref) : undefined;
      return kept ?? readThrough(`entity ${ref}`, read, text => entities.set(ref, text));
    },
    answer: async (question, read) => {
      const key = JSON.stringify(question);
      const kept = isFresh() ? answers.get(key) : undefined;
      return kept ?? readThrough(`answer ${key}`, read, text => answers.set(key, text));
    },
    forget: refs => {
      revision += 1;
      if (refs) for (const ref of refs) entities.delete(ref);
      else entities.clear();
      answers.clear();
    },
  };
}
