import { createHash } from 'node:crypto';
import { DEFAULT_NAMESPACE } from '@portico/plugin-catalog-common';
import type { Entity } from '@portico/plugin-catalog-common';
import type { CatalogTree } from '@portico/plugin-catalog-node';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

/** Entities that a provider made itself, as a tree with one file each. */
export function treeOfEntities(provider: string, entities: readonly Entity[]): CatalogTree {
  const texts = new Map<string, string>(
    entities.map(entity => {
      const { namespace = DEFAULT_NAMESPACE, name } = entity.metadata;
      // Two entities of one name keep two files, so that the conflict is told.
      const path = `${entity.kind}/${namespace}/${name}`.toLowerCase();
      const text = JSON.stringify(entity);
      return [`${path}-${digest(`${entity.kind}/${namespace}/${name}`).slice(0, 8)}.json`, text] as const;
    }),
  );
  return {
    url: `provider://${encodeURIComponent(provider)}/`,
    version: digest(JSON.stringify([...texts])),
    paths: [...texts.keys()],
    read: path => {
      const text = texts.get(path);
      return Promise.resolve(text === undefined ? undefined : { text, version: digest(text) });
    },
  };
}
