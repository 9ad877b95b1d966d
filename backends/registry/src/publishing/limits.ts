/** What one version of a remote may have at most. */
export const mostFiles = 2000;
/** All files together, in bytes. */
export const mostBytes = 32 * 1024 * 1024;
/** One file, in bytes. */
export const largestFile = 8 * 1024 * 1024;
/** Bytes of an upload as it is sent, compressed. */
export const mostUploadBytes = 32 * 1024 * 1024;
/** Bytes of all files that come out of an upload. */
export const mostInflatedBytes = 48 * 1024 * 1024;
/** Uploads that are held in memory at the same time, of all and of one caller; others wait. */
export const uploadTurns = { atATime: 4, ofOne: 3 };
