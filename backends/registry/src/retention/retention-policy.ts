/** What is kept of remotes beside what somebody gets or runs. */
export interface RetentionPolicy {
  /** Versions before that of a channel, to which it can go back. */
  readonly previousVersions: number;
  /** Of each remote, whoever gets them; versions that were taken back don't count. */
  readonly newestVersions: number;
  /** Of one remote that one user can say to run: the last ones that they said. */
  readonly versionsPerUser: number;
  /** Days that a version is kept which nobody uses. */
  readonly unusedDays: number;
}

/** What the versions of one remote may be together. */
export interface Quota {
  readonly bytes: number;
  readonly versions: number;
}

/** How long a version is in use after a session was seen with it, in milliseconds. */
export const inUseMs = 7 * 24 * 3600 * 1000;
