import type { AuditChange } from '@portico/contracts';
import { createError, registryErrors } from '@portico/errors';
import { writeAudit } from '../store/audit-store.ts';
import type { ChangeScope } from '../store/registry-database.ts';
import { readSetting, writeSetting } from '../store/setting-store.ts';
import type { Setting, SettingKey } from '../store/setting-store.ts';

/** A change of one setting. */
export interface SettingChange extends SettingKey {
  /** What the caller knows it to be: `If-Match` without its quotes. */
  readonly ifMatch?: string | undefined;
  /** What it becomes; undefined takes it away. */
  next(current: object | undefined): object | undefined;
}

/** Who changes something, and what it is called. */
export interface ChangeReason {
  readonly actor: string;
  readonly action: string;
  readonly remote?: string | undefined;
  readonly note?: string | undefined;
}

/** A setting as the audit trail names it. */
export function subjectOf({ kind, name }: SettingKey): string {
  return name === '' ? kind : `${kind} ${name}`;
}

/** The setting that a subject of the audit trail names. */
export function keyOfSubject({ remote, subject }: Pick<AuditChange, 'remote' | 'subject'>): SettingKey {
  const [kind = '', ...name] = subject.split(' ');
  return { remote, kind: kind as SettingKey['kind'], name: name.join(' ') };
}

function refuseOutdated(current: Setting | undefined, { remote, ifMatch, ...key }: SettingChange): void {
  const etag = String(current?.etag ?? 0);
  if (ifMatch === undefined || ifMatch === '*' || ifMatch === etag) return;
  throw createError(registryErrors.CHANGED_MEANWHILE, { what: `${subjectOf({ remote, ...key })} of ${remote}`, expected: ifMatch, etag });
}

/** A version that somebody is to get must not have been deleted since it was looked up. */
async function requireKept({ transaction }: ChangeScope, { remote, kind }: SettingKey, { before, after }: Record<'before' | 'after', object | undefined>): Promise<void> {
  const version = (after as { version?: string } | undefined)?.version;
  if (!['channel', 'pin'].includes(kind) || version === undefined || version === (before as { version?: string } | undefined)?.version) return;
  const row = await transaction('versions').where({ remote_id: remote, version }).first('number');
  if (!row) throw createError(registryErrors.VERSION_GONE, { remote, version });
}

/** Makes changes of settings with their entry in the audit trail; gives the number of the entry. */
export async function changeSettings(
  scope: ChangeScope,
  reason: ChangeReason,
  changes: readonly SettingChange[],
): Promise<number> {
  const audited: AuditChange[] = [];
  for (const change of changes) {
    const { remote, kind, name } = change;
    const current = await readSetting(scope.transaction, change);
    refuseOutdated(current, change);
    const after = change.next(current?.value);
    await requireKept(scope, change, { before: current?.value, after });
    await writeSetting(scope, { remote, kind, name }, after);
    audited.push({ remote, subject: subjectOf(change), before: current?.value ?? null, after: after ?? null });
  }
  return writeAudit(scope.transaction, { ...reason, changes: audited });
}
