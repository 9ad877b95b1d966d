import type { RegistryModel, RemoteRecord } from '../model/remote-record.ts';
import type { Seen, SeenVersions } from '../store/sighting-store.ts';
import type { VersionHead } from '../store/version-store.ts';
import { usesOf } from './version-uses.ts';
import type { UseContext } from './version-uses.ts';

/** A version with what keeps it. */
export interface JudgedVersion {
  readonly head: VersionHead;
  readonly keptBy: readonly string[];
}

/** What a sweep would do with one remote. */
export interface RemotePlan {
  readonly remote: string;
  readonly kept: readonly JudgedVersion[];
  readonly goes: readonly VersionHead[];
}

/** What a sweep decides by. */
export interface SweepInput extends Omit<UseContext, 'seen' | 'pressed'> {
  readonly model: RegistryModel;
  readonly seen: SeenVersions;
  /** A remote that needs room: only that one is looked at. */
  readonly pressed?: string | undefined;
}

const nobody: ReadonlyMap<string, Seen> = new Map();

function planOf(remote: string, record: RemoteRecord, context: UseContext): RemotePlan {
  const uses = usesOf(record, context);
  const judged = record.versions.map(head => ({ head, keptBy: uses.get(head.version) ?? [] }));
  return {
    remote,
    kept: judged.filter(({ keptBy }) => keptBy.length > 0),
    goes: judged.filter(({ keptBy }) => keptBy.length === 0).map(({ head }) => head),
  };
}

/** What a sweep would keep and take away now. */
export function planSweep({ model, seen, pressed, policy, now }: SweepInput): RemotePlan[] {
  const looked = [...model].filter(([id]) => pressed === undefined || id === pressed);
  return looked.map(([id, record]) => planOf(id, record, { policy, now, seen: seen.get(id) ?? nobody, pressed: pressed === id }));
}
