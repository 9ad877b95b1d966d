import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createRootLogger } from '@portico/backend-framework';
import { testDatabases } from '@portico/test-kit/backend';
import type { CatalogTree } from '@portico/plugin-catalog-node';
import type { Knex } from 'knex';
import { defaultAllow } from '../config/allow-rules.ts';
import { migrations } from '../migrations.ts';
import { createSourceStore } from '../store/source-store.ts';
import { createStitchStore } from '../store/stitch-store.ts';
import { currentDatabase } from '../testing/every-database.ts';
import { component } from '../testing/start-catalog.ts';
import { createRefresher } from './refresher.ts';

const key = 'provider:git';
const logger = createRootLogger({ level: 'silent' });
const databases = testDatabases.create();
let knex: Knex;
beforeEach(async () => {
  knex = await databases.init(currentDatabase(), migrations);
});
afterEach(() => databases.stop());

function treeOf(name: string): CatalogTree {
  return {
    url: 'git+https://example.com/shop/blob/HEAD/',
    version: `commit of ${name}`,
    paths: [`${name}.yaml`],
    read: () => Promise.resolve({ text: component(name), version: name }),
  };
}

/** One process of two that share a database. */
function replica() {
  const sources = createSourceStore(knex);
  const reader = { read: () => Promise.reject(new Error('nothing is read from outside')) } as never;
  const refresher = createRefresher({ sources, stitching: createStitchStore(knex), reader, logger, onChanged: () => undefined });
  let current: CatalogTree | undefined;
  return {
    async bring(tree: CatalogTree | undefined = current, force?: ReadonlySet<string>) {
      current = tree;
      refresher.configure([{ type: 'provider', target: 'git', key, id: 'git', allow: defaultAllow, tree }]);
      await refresher.refresh({ urls: false, ...(force ? { force } : {}) });
    },
    hear: refresher.forgetKnown,
  };
}

const names = () => knex('entities').orderBy('entity_ref').pluck('entity_ref');

test('a tree that another replica has replaced is not brought back, unless its provider brings it anew', async () => {
  const [left, right] = [replica(), replica()];
  await left.bring(treeOf('old'));
  await right.bring(treeOf('new'));
  expect(await names()).toEqual(['component:default/new']);
  left.hear();
  await left.bring();
  await left.bring(undefined, new Set(['url:anything']));
  expect(await names()).toEqual(['component:default/new']);
  await left.bring(treeOf('old'));
  expect(await names()).toEqual(['component:default/old']);
});
