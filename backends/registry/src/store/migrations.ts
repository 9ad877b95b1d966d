import type { Migration } from '@portico/backend-framework';
import { channelsAndAudit } from './migrations/channels-and-audit.ts';
import { claimsOfUsers } from './migrations/claims-of-users.ts';
import { overrides } from './migrations/overrides.ts';
import { remotesAndVersions } from './migrations/remotes-and-versions.ts';
import { versionsInUse } from './migrations/versions-in-use.ts';

/** The registry's database, from its first structure to the present one. */
export const migrations: readonly Migration[] = [remotesAndVersions, channelsAndAudit, overrides, versionsInUse, claimsOfUsers];
