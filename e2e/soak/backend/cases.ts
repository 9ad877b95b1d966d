import type { SoakCase } from '../soak-case.ts';
import { cacheCases } from './cache-cases.ts';
import { databaseCases } from './database-cases.ts';

/** Everything that is done to a backend and the servers behind it. */
export const backendCases: readonly SoakCase[] = [...databaseCases, ...cacheCases];
