import type { RegistryNotice, Session, SnapshotRemote } from '@portico/contracts';
import type { NotificationApi } from '@portico/plugin-api';

/** What telling takes. */
export interface NoticeSurroundings {
  readonly user: Pick<Session['user'], 'roles' | 'ownershipEntityRefs'>;
  readonly remotes: readonly Pick<SnapshotRemote, 'id' | 'title'>[];
  readonly notifications: NotificationApi;
  readonly storage: Storage | undefined;
}

const key = 'portico.last-notice';

function concerns({ publishers }: RegistryNotice, { roles, ownershipEntityRefs }: NoticeSurroundings['user']): boolean {
  return roles.includes('portal-admin') || publishers.some(publisher => ownershipEntityRefs.includes(publisher.toLowerCase()));
}

/** Every stream begins with the newest notice: each is told once in a browser. */
function isNew(audit: number, storage: Storage | undefined): boolean {
  try {
    if (Number(storage?.getItem(key) ?? 0) >= audit) return false;
    storage?.setItem(key, String(audit));
  } catch {
    // Told again with the next page, then.
  }
  return true;
}

/** Tells the publishers of a plugin, and the app team, what the registry did to it by itself. */
export function tellNotice(payload: unknown, { user, remotes, notifications, storage }: NoticeSurroundings): void {
  const notice = payload as RegistryNotice;
  if (!Array.isArray(notice?.publishers) || !concerns(notice, user) || !isNew(notice.audit, storage)) return;
  const { remote, from, to, message } = notice;
  const title = remotes.find(({ id }) => id === remote)?.title ?? remote;
  const happened = to === undefined ? `fails, and there is no earlier version` : `was taken back by itself; people get ${to} again`;
  notifications.post({ severity: 'warning', message: `Version ${from} of ${title} ${happened}.`, description: message });
}
