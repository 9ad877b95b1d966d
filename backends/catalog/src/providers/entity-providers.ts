import { createHash } from 'node:crypto';
import { catalogErrors, createError } from '@portico/errors';
import type { CatalogTree, EntityProvider } from '@portico/plugin-catalog-node';
import type { AllowRule } from '../config/allow-rules.ts';
import type { CatalogOrigin } from '../config/read-catalog-config.ts';
import { treeOfEntities } from './entities-tree.ts';

/** The catalog as its providers need it. */
export interface ProviderCatalog {
  /** Settles when the catalog shows what a provider brought. */
  onChanged(): Promise<void>;
  treeVersion(originKey: string): Promise<string | undefined>;
}

const keyOf = (name: string) => `provider:${name}`;

/** The providers that modules added, and what each brought last. */
export interface EntityProviders {
  /** @throws catalogErrors.PROVIDER_DUPLICATE */
  add(provider: EntityProvider): void;
  /** Origins in place of configured locations, one for each provider. */
  origins(allowOf: (location: { type: string; target: string }) => readonly AllowRule[]): CatalogOrigin[];
  connect(catalog: ProviderCatalog): Promise<void>;
}

export function createEntityProviders(): EntityProviders {
  const providers = new Map<string, EntityProvider>();
  const trees = new Map<string, CatalogTree>();

  return {
    add(provider) {
      const name = provider.getProviderName();
      if (providers.has(name)) throw createError(catalogErrors.PROVIDER_DUPLICATE, { name });
      providers.set(name, provider);
    },

    origins: allowOf =>
      [...providers].map(([name, { allow }]) => {
        const key = keyOf(name);
        return {
          type: 'provider' as const,
          target: name,
          key,
          id: createHash('sha1').update(key).digest('hex'),
          allow: allow?.map(kind => ({ kind: kind.toLowerCase() })) ?? allowOf({ type: 'provider', target: name }),
          tree: trees.get(name),
        };
      }),

    async connect({ onChanged, treeVersion }) {
      for (const [name, provider] of providers) {
        await provider.connect({
          applyMutation(mutation) {
            trees.set(name, 'tree' in mutation ? mutation.tree : treeOfEntities(name, mutation.entities));
            return onChanged();
          },
          treeVersion: () => treeVersion(keyOf(name)),
        });
      }
    },
  };
}
