import { createHash } from 'node:crypto';
import { createError, catalogErrors, messageOf } from '@portico/errors';
import type { CatalogOrigin } from '../config/read-catalog-config.ts';
import type { SourceProcessor } from '../reading/process-source.ts';
import { locationOf } from '../reading/source.ts';
import type { SourceSpec, SourceTarget } from '../reading/source.ts';
import { fileSignature } from '../reading/text-reader.ts';
import type { TextReader } from '../reading/text-reader.ts';
import type { SourceDependency, SourceRecord, SourceUpdate } from '../store/source-records.ts';

/** Changes when entities have to be read anew though their source is the same. */
const readerVersion = 1;

/** What `readSource` takes. */
export interface ReadSourceOptions {
  readonly target: SourceTarget;
  readonly origin: CatalogOrigin;
  readonly known: SourceRecord | undefined;
  /** Read it even where it seems unchanged. */
  readonly force: boolean;
  readonly reader: TextReader;
  /** Loaded when something has changed. */
  readonly processor: () => Promise<SourceProcessor>;
}

/** Reads one source if it changed; undefined when there is nothing to store. Faults of the source become problems. */
export async function readSource(options: ReadSourceOptions): Promise<SourceUpdate | undefined> {
  const { target, origin, known, reader } = options;
  const stamp = stampOf(origin);
  const base = { origin: origin.key, type: target.type, target: target.target, parentRef: target.parentRef };
  const signature = options.force ? undefined : await usableSignature(known, stamp);
  try {
    const read = await reader.read(target, { folder: origin.folder, signature });
    if (read.status === 'unchanged') return undefined;
    if (read.status === 'missing') {
      const problems = target.presence === 'optional' ? [] : [{ stage: 'read' as const, message: read.message }];
      if (known && known.signature === 'missing' && !options.force) return undefined;
      return {
        source: { ...base, signature: 'missing', targets: [], dependencies: [] },
        entities: [],
        keep: new Set(),
        problems,
      };
    }
    const readPlaceholder = (spec: SourceSpec) => readRequired(reader, spec, origin);
    const process = await options.processor();
    const content = await process({ text: read.text, source: target, origin, readPlaceholder });
    return {
      source: {
        ...base,
        signature: `${stamp} ${read.signature}`,
        targets: [...content.targets, ...keptTargets(known, content.keep)],
        dependencies: await dependenciesOf(content.dependencies),
      },
      entities: content.entities,
      keep: content.keep,
      problems: content.problems,
    };
  } catch (error) {
    const current = target.type === 'file' ? await fileSignature(target.target) : undefined;
    const failed = `${stamp} ${current ?? 'failed'}`;
    if (known?.signature === failed && target.type === 'file' && !options.force) return undefined;
    return {
      source: { ...base, signature: failed, targets: known?.targets ?? [], dependencies: [] },
      entities: [],
      keep: 'all',
      problems: [{ stage: 'read', message: messageOf(error) }],
    };
  }
}

/** Of everything but the source itself that decides what comes of reading it. */
function stampOf(origin: CatalogOrigin): string {
  const text = JSON.stringify([readerVersion, origin.allow, origin.folder]);
  return createHash('sha1').update(text).digest('hex').slice(0, 12);
}

async function usableSignature(known: SourceRecord | undefined, stamp: string): Promise<string | undefined> {
  if (!known?.signature?.startsWith(`${stamp} `)) return undefined;
  for (const { path, signature } of known.dependencies) {
    if ((await fileSignature(path)) !== signature) return undefined;
  }
  const rest = known.signature.slice(stamp.length + 1);
  return rest === '' || rest === 'failed' ? undefined : rest;
}

async function readRequired(reader: TextReader, spec: SourceSpec, origin: CatalogOrigin): Promise<string> {
  const read = await reader.read(spec, { folder: origin.folder });
  if (read.status !== 'ok')
    throw createError(catalogErrors.FILE_UNREADABLE, { path: locationOf(spec), reason: 'it is not there' });
  return read.text;
}

async function dependenciesOf(specs: readonly SourceSpec[]): Promise<SourceDependency[]> {
  const files = [...new Set(specs.filter(spec => spec.type === 'file').map(spec => spec.target))];
  return await Promise.all(files.map(async path => ({ path, signature: await fileSignature(path) })));
}

/** Targets of Location entities that stay because their document turned bad. */
function keptTargets(known: SourceRecord | undefined, keep: 'all' | ReadonlySet<string>): SourceTarget[] {
  return known?.targets.filter(({ parentRef }) => keep === 'all' || (parentRef !== undefined && keep.has(parentRef))) ?? [];
}
