/** What one version of a remote may have at most. */
export const mostFiles = 2000;
/** All files together, in bytes. */
export const mostBytes = 32 * 1024 * 1024;
/** One file, in bytes. */
export const largestFile = 8 * 1024 * 1024;
/** Bytes of an upload, compressed and not. */
export const mostUploadBytes = 32 * 1024 * 1024;
export const mostInflatedBytes = 48 * 1024 * 1024;
/** Milliseconds for an upload to arrive. */
export const uploadBudgetMs = 60_000;
/** Uploads that are held in memory at the same time; others wait. */
export const uploadsAtATime = 4;
