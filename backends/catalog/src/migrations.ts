import type { Migration } from '@portico/backend-framework';
import { firstTables } from './migrations/20261121-first-tables.ts';
import { revisionRow } from './migrations/20261121-revision.ts';

/** All steps of the catalog's database, oldest first. */
export const migrations: readonly Migration[] = [firstTables, revisionRow];
