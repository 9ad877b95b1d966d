import type { PluginManifest } from '@portico/contracts';

/** The owner of a remote as a message names it. */
export function ownerOf({ owner }: { readonly owner?: string | undefined }): string {
  return owner ?? 'nobody but the app team';
}

/** The owner that a manifest names, as an entity ref: a bare name is a group. */
export function declaredOwner(manifest: Pick<PluginManifest, 'owner'> | undefined): string | undefined {
  const owner = manifest?.owner?.trim().toLowerCase();
  if (!owner) return undefined;
  const [kind, name] = owner.includes(':') ? owner.split(':', 2) : ['group', owner];
  return `${kind}:${name?.includes('/') ? name : `default/${name}`}`;
}
