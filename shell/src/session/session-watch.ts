import type { Session } from '@portico/contracts';
import type { Portal } from '../discovery/portal.ts';
import type { Read } from '../discovery/read-endpoints.ts';

/** What the watch works with. */
export interface SessionWatchOptions {
  readonly portal: Portal;
  readonly readSession: () => Promise<Read<Session>>;
  readonly now: () => number;
  /** Begins anew: somebody else has signed in, and nothing of the user before may stay. */
  readonly reload: () => void;
}

/** Keeps an eye on the session of an open page. */
export interface SessionWatch {
  /** Asks whether there still is a session, and tells the portal. A portal that can't be asked counts as one that has it. */
  check(): Promise<'there' | 'ended'>;
  /** Resolves once the portal is usable with a session. */
  restored(): Promise<void>;
  /** Looks when half of the time that is left is over, so that a session that can be renewed is, and when it should end. */
  start(): void;
}

const longestTimerMs = 2_147_483_647;
/** Clocks differ: after a check that found the session alive, the next comes no sooner than this. */
const shortestMs = 30_000;

/** Makes the watch. */
export function createSessionWatch({ portal, readSession, now, reload }: SessionWatchOptions): SessionWatch {
  let checking: Promise<'there' | 'ended'> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let timedFor: string | undefined;

  async function checkNow(): Promise<'there' | 'ended'> {
    const answer = await readSession().catch(() => undefined);
    const state = portal.getState();
    if (state.kind !== 'ready' || !answer) return 'there';
    if (answer.kind === 'signed-out') {
      portal.expire();
      return 'ended';
    }
    if (answer.kind !== 'value') return 'there';
    if (answer.value.user.entityRef === state.session.user.entityRef) portal.renew(answer.value);
    else reload();
    return 'there';
  }
  const check = () => (checking ??= checkNow().finally(() => (checking = undefined)));

  function follow(): void {
    const state = portal.getState();
    const end = state.kind === 'ready' && !state.expired ? state.session.expiresAt : undefined;
    if (end === timedFor) return;
    timedFor = end;
    clearTimeout(timer);
    if (end === undefined) return;
    const again = () => {
      timedFor = undefined;
      void check().then(follow);
    };
    const left = Date.parse(end) - now();
    const pause = left > 2 * shortestMs ? left / 2 : left;
    timer = setTimeout(again, Math.min(Math.max(pause, shortestMs), longestTimerMs));
  }

  return {
    check,
    restored() {
      const isUsable = () => {
        const state = portal.getState();
        return state.kind === 'ready' && !state.expired;
      };
      if (isUsable()) return Promise.resolve();
      return new Promise(resolve => {
        const stop = portal.subscribe(() => {
          if (!isUsable()) return;
          stop();
          resolve();
        });
      });
    },
    start() {
      portal.subscribe(follow);
      follow();
    },
  };
}
