/** The longest file that is read, in bytes. */
export const longestFileBytes = 1024 * 1024;
