import { beforeAll, describe } from '@jest/globals';
import { testDatabases } from '@portico/test-kit/backend';

const { ids } = testDatabases.create();
let current: (typeof ids)[number] = 'sqlite';

/** On which database `startCatalog` starts: SQLite outside of `onEveryDatabase`. */
export function currentDatabase(): (typeof ids)[number] {
  return current;
}

/** Runs the tests that `declare` declares on SQLite, PostgreSQL and MariaDB. */
export function onEveryDatabase(declare: () => void): void {
  describe.each(ids)('on %s', id => {
    beforeAll(() => void (current = id));
    declare();
  });
}
