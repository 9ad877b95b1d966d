export { runCacheFault } from './faults/cache-fault.ts';
export type { CacheFault, CacheFaultOptions, CacheFaultReport } from './faults/cache-fault.ts';
export { findStaleReads } from './faults/history.ts';
export type { Operation } from './faults/history.ts';
export { runDatabaseFault } from './faults/database-fault.ts';
export type { DatabaseFaultOptions, DatabaseFaultReport } from './faults/database-fault.ts';
