import type { Migration } from '@portico/backend-framework';
import { renewalsMigration } from './20261121-renewals.ts';
import { signingKeysMigration } from './20261121-signing-keys.ts';
import { verifyingKeysMigration } from './20261121-verifying-keys.ts';

/** Oldest first. */
export const migrations: readonly Migration[] = [signingKeysMigration, verifyingKeysMigration, renewalsMigration];
