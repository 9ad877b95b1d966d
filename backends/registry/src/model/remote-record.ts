import type { Setting } from '../store/setting-store.ts';
import type { VersionHead } from '../store/version-store.ts';
import { withoutGone } from './move-channel.ts';

/** What a channel gives, as it is kept. */
export interface ChannelValue {
  readonly version: string;
  /** Percent. */
  readonly weight?: number;
  readonly audience?: readonly string[];
  readonly priority: number;
  /** What it gave before, newest first. */
  readonly previous: readonly string[];
  readonly releaseSet?: string;
  readonly movedAt: string;
  readonly movedBy: string;
}

/** The switches of a remote, as they are kept. */
export interface RemoteSwitches {
  readonly enabled?: boolean;
  readonly route?: string;
  readonly title?: string;
  readonly audience?: readonly string[];
  readonly owner?: string;
  readonly publishers?: readonly string[];
  readonly publisherKey?: string;
}

const trusted = ['owner', 'publishers', 'publisherKey'] as const;

/** Whether a change of switches says anew whom the remote belongs to, or what its versions are held against. */
export function changesTrust(before: Partial<Record<keyof RemoteSwitches, unknown>> | null, after: Partial<Record<keyof RemoteSwitches, unknown>> | null): boolean {
  return trusted.some(name => JSON.stringify(before?.[name]) !== JSON.stringify(after?.[name]));
}

/** When and why a version was taken back: nothing promotes it again by itself, and pages that show it are replaced. */
export interface Blocked {
  readonly at: string;
  readonly reason: string;
}

/** A channel with its name and the revision that moved it last. */
export interface ChannelRecord extends ChannelValue {
  readonly channel: string;
  readonly etag: number;
}

/** What the database says of one remote. */
export interface RemoteRecord {
  /** The revision that changed its switches last; 0 when nothing ever did. */
  readonly etag: number;
  readonly switches: RemoteSwitches;
  readonly channels: readonly ChannelRecord[];
  readonly pins: ReadonlyMap<string, string>;
  readonly blocked: ReadonlyMap<string, Blocked>;
  /** Newest first. */
  readonly versions: readonly VersionHead[];
  /** The version that its host had last, where it is copied from one. */
  readonly noticed?: string;
}

/** What the database says, by the ids of remotes. */
export type RegistryModel = ReadonlyMap<string, RemoteRecord>;

/** A remote of which nothing was ever decided. */
export const blankRecord: RemoteRecord = {
  etag: 0,
  switches: {},
  channels: [],
  pins: new Map(),
  blocked: new Map(),
  versions: [],
};

interface Growing {
  etag: number;
  switches: RemoteSwitches;
  channels: ChannelRecord[];
  pins: Map<string, string>;
  blocked: Map<string, Blocked>;
  versions: VersionHead[];
  noticed?: string;
}

function take(record: Growing, { kind, name, etag, value }: Setting): void {
  if (kind === 'remote') Object.assign(record, { etag, switches: value });
  if (kind === 'channel') record.channels.push({ ...(value as ChannelValue), channel: name, etag });
  if (kind === 'pin') record.pins.set(name, (value as { version: string }).version);
  if (kind === 'mark') record.blocked.set(name, value as Blocked);
  if (kind === 'mirror') Object.assign(record, value as { noticed?: string });
}

/** Puts the rows of the database together by remote. */
export function buildModel(settings: readonly Setting[], heads: readonly VersionHead[]): RegistryModel {
  const model = new Map<string, Growing>();
  const recordOf = (id: string): Growing => {
    const known = model.get(id);
    if (known) return known;
    const fresh: Growing = { etag: 0, switches: {}, channels: [], pins: new Map(), blocked: new Map(), versions: [] };
    model.set(id, fresh);
    return fresh;
  };
  for (const setting of settings) take(recordOf(setting.remote), setting);
  for (const head of heads) recordOf(head.remote).versions.push(head);
  for (const record of model.values()) record.channels = record.channels.map(channel => withoutGone(channel, record.versions));
  return model;
}
