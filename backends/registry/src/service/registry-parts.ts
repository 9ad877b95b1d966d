import type { Gate } from '../access/gate.ts';
import type { Visibility } from '../access/visibility.ts';
import type { ConfigChecks } from '../configuration/config-checks.ts';
import type { HostedReader } from '../mirror/read-hosted.ts';
import type { OfferFile } from '../offering/offer-file.ts';
import type { OfferingBoard } from '../offering/offering-board.ts';
import type { Quota, RetentionPolicy } from '../retention/retention-policy.ts';
import type { Sweeping } from '../retention/sweeping.ts';
import type { RegistryDatabase } from '../store/registry-database.ts';
import type { VersionStore } from '../store/version-store.ts';
import type { KnownRemotes } from './known-remotes.ts';
import type { RegistryCore } from './registry-core.ts';
import type { RemoteFollower } from './remote-follower.ts';

/** What the services of the registry work with. */
export interface RegistryParts {
  readonly gate: Gate;
  readonly visibility: Visibility;
  readonly core: RegistryCore;
  readonly board: OfferingBoard;
  readonly follower: RemoteFollower;
  readonly remotes: KnownRemotes;
  readonly offerFile: OfferFile;
  readonly configChecks: ConfigChecks;
  readonly database: RegistryDatabase;
  readonly versions: VersionStore;
  readonly reader: HostedReader;
  /** Origins that live remotes may come from. */
  allowedOrigins(): readonly string[];
  readonly quota: Quota;
  readonly retention: RetentionPolicy;
  readonly sweeping: Sweeping;
  /** Milliseconds for an upload to arrive. */
  readonly uploadLimitMs: number;
}
