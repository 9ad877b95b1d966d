import type { UrlReaderService } from '@portico/backend-framework';
import { parseShape, pluginManifestSchema } from '@portico/contracts';
import type { ManifestAsset } from '@portico/contracts';
import { createError, isPorticoError, messageOf, registryErrors } from '@portico/errors';
import type { BuiltFile } from '@portico/remote-checks';
import { parseManifest } from '../folder/parse-manifest.ts';
import { describeFile } from '../folder/read-folder.ts';
import type { Registration } from '../remotes/registration.ts';
import type { RemoteContent } from '../remotes/remote-content.ts';
import type { VersionStore } from '../store/version-store.ts';
import { largestFile, mostBytes, mostFiles } from '../publishing/limits.ts';
import { signatureFile } from '../signing/publisher-key.ts';
import { createBlobSource } from './blob-source.ts';
import { hostedPlace } from './hosted-place.ts';
import { withinHostLimit } from './within-host-limit.ts';

const atATime = 4;
const largestSignature = 1000;

/** A hosted remote as it is at its place now, not kept anywhere yet. */
export interface HostedRemote {
  readonly content: RemoteContent;
  /** Its files by digest; also those that the store has now, which may be gone when the version is kept. */
  readonly blobs: ReadonlyMap<string, Buffer>;
}

/** What reading a hosted remote takes. */
export interface HostedReader {
  readonly urlReader: UrlReaderService;
  readonly versions: VersionStore;
  /** Hosts that the registry's configuration names. */
  readonly allowHosts: readonly string[];
  /** Milliseconds for all files of a remote together. */
  readonly limitMs: number;
  readonly signal?: AbortSignal;
  /** Whether the signature of a remote's manifest is wanted, too. */
  readonly withSignature?: boolean;
}

async function read(reader: HostedReader, url: string, maxBytes: number): Promise<Buffer> {
  const signal = reader.signal ? { signal: reader.signal } : {};
  try {
    const result = await reader.urlReader.readUrl(url, { maxBytes, allowHosts: reader.allowHosts, ...signal });
    return result.status === 'ok' ? result.body : Buffer.alloc(0);
  } catch (cause) {
    // Says by itself how the app team can allow it.
    if (isPorticoError(cause) && cause.name === 'NotAllowedError') throw cause;
    throw createError(registryErrors.REMOTE_UNREACHABLE, { url, reason: messageOf(cause) }, { cause });
  }
}

/** Reads `portico-plugin.json` at a URL. */
export async function readHostedManifest(reader: HostedReader, url: string): Promise<unknown> {
  return withinHostLimit(reader, url, async limited => parseManifest(await read(limited, url, largestFile), url));
}

/** The signature beside a manifest; a host that gives none has none. */
async function readSignature(reader: HostedReader, baseUrl: string): Promise<{ signature?: string }> {
  if (!reader.withSignature) return {};
  const body = await read(reader, new URL(signatureFile, baseUrl).href, largestSignature).catch(() => undefined);
  return body ? { signature: body.toString('utf8') } : {};
}

function refuseTooLarge(registration: Registration, assets: readonly ManifestAsset[]): void {
  const bytes = assets.reduce((sum, asset) => sum + asset.bytes, 0);
  if (assets.length <= mostFiles && bytes <= mostBytes) return;
  const received = `${assets.length} files with ${bytes} bytes`;
  throw createError(registryErrors.REMOTE_TOO_LARGE, { remote: registration.id, files: mostFiles, bytes: mostBytes, received });
}

/**
 * Reads a hosted remote with all its files; those whose digest the store knows are not asked for again.
 *
 * @throws REGISTRY_REMOTE_UNREACHABLE, REGISTRY_HOST_SLOW, REGISTRY_MANIFEST_UNREADABLE, REGISTRY_REMOTE_TOO_LARGE
 */
export async function readHosted(reader: HostedReader, registration: Registration): Promise<HostedRemote> {
  return withinHostLimit(reader, registration.location, limited => readFiles(limited, registration));
}

async function readFiles(reader: HostedReader, registration: Registration): Promise<HostedRemote> {
  const { baseUrl, manifestUrl } = hostedPlace(registration.location);
  const manifestBytes = await read(reader, manifestUrl, largestFile);
  const manifest = parseManifest(manifestBytes, manifestUrl);
  const signed = { manifestBytes, ...(await readSignature(reader, baseUrl)) };
  const parsed = parseShape(pluginManifestSchema, manifest);
  if (!parsed.ok) return { content: { manifest }, blobs: new Map() };
  const { assets, federation } = parsed.value;
  refuseTooLarge(registration, assets);

  const known = await reader.versions.known(assets.map(asset => asset.integrity));
  const blobs = new Map<string, Buffer>();
  const files: BuiltFile[] = [];
  async function readAsset(asset: ManifestAsset): Promise<void> {
    const url = new URL(asset.path.split('/').map(encodeURIComponent).join('/'), baseUrl).href;
    // A path that leaves the folder is not asked for; a rule reports it.
    if (!url.startsWith(baseUrl)) return;
    const stored = known.has(asset.integrity) ? await reader.versions.readBlob(asset.integrity) : undefined;
    const body = stored ?? (await read(reader, url, Math.min(largestFile, asset.bytes + 1024 * 1024)));
    const file = describeFile(asset.path, body, federation.entry);
    files.push(file);
    if (file.integrity === asset.integrity) blobs.set(asset.integrity, body);
  }
  for (let start = 0; start < assets.length; start += atATime) {
    await Promise.all(assets.slice(start, start + atATime).map(readAsset));
  }
  return { content: { manifest, files, source: createBlobSource(reader.versions), signed }, blobs };
}
