import fs from 'node:fs';

/** Whom a server runs as. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Where this process is root, the account under which a database server runs instead, because it refuses root: the first of
 * `names` that this machine knows. Otherwise `undefined`: the server runs as whoever runs the tests.
 */
export function unprivilegedAccount(...names: readonly string[]): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const known = fs.readFileSync('/etc/passwd', 'utf8').split('\n').map(line => line.split(':'));
  for (const name of [...names, 'nobody']) {
    const [, , uid, gid] = known.find(([candidate]) => candidate === name) ?? [];
    if (uid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  return undefined;
}
