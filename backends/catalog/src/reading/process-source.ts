import type { CatalogProblem, Entity, ProblemStage } from '@portico/plugin-catalog-common';
import { DEFAULT_NAMESPACE, stringifyEntityRef } from '@portico/plugin-catalog-common';
import { createEntityValidator } from '@portico/plugin-catalog-common/validation';
import type { EntityVerdict } from '@portico/plugin-catalog-common/validation';
import { isAllowed } from '../config/allow-rules.ts';
import type { CatalogOrigin } from '../config/read-catalog-config.ts';
import { declaredRelations } from '../processing/declared-relations.ts';
import { annotateEntity } from './annotate-entity.ts';
import { locationTargets } from './location-targets.ts';
import { resolvePlaceholders } from './placeholders.ts';
import type { ReadPlaceholder } from './placeholders.ts';
import { locationOf } from './source.ts';
import type { SourceSpec, SourceTarget } from './source.ts';
import { readYamlDocuments } from './yaml-documents.ts';
import type { YamlDocument } from './yaml-documents.ts';

/** One entity of a source, ready to be claimed. */
export interface SourceEntity {
  readonly ref: string;
  readonly document: number;
  readonly line: number;
  readonly entity: Entity;
}

/** A problem without what its source says about it already. */
export type SourceProblem = Omit<CatalogProblem, 'location' | 'origin'>;

/** What a source holds. */
export interface ProcessedSource {
  readonly entities: readonly SourceEntity[];
  readonly problems: readonly SourceProblem[];
  readonly targets: readonly SourceTarget[];
  readonly dependencies: readonly SourceSpec[];
  /** Refs of bad documents, whose last good entities stay; `all` when a bad document does not show its ref. */
  readonly keep: 'all' | ReadonlySet<string>;
}

/** What `processSource` takes. */
export interface ProcessSourceOptions {
  readonly text: string;
  readonly source: SourceSpec;
  readonly origin: CatalogOrigin;
  readonly readPlaceholder: ReadPlaceholder;
}

/** Reads the documents of one source, checks each, and finds where Location entities lead. Never throws for bad content. */
export type SourceProcessor = (options: ProcessSourceOptions) => Promise<ProcessedSource>;

/** Makes a processor that keeps the compiled rules of the kinds that it has met. */
export function createSourceProcessor(): SourceProcessor {
  const validate = createEntityValidator();
  return options => processSource(options, validate);
}

async function processSource(
  options: ProcessSourceOptions,
  validate: (entity: unknown) => EntityVerdict,
): Promise<ProcessedSource> {
  const { source, origin } = options;
  const entities = new Map<string, SourceEntity>();
  const problems: SourceProblem[] = [];
  const targets: SourceTarget[] = [];
  const dependencies: SourceSpec[] = [];
  const keep = new Set<string>();
  let keepAll = false;

  for (const document of readYamlDocuments(options.text)) await processDocument(document);
  return { entities: [...entities.values()], problems, targets, dependencies, keep: keepAll ? 'all' : keep };

  async function processDocument(document: YamlDocument): Promise<void> {
    const { index, line } = document;
    if (!document.ok) {
      keepAll = true;
      problems.push({ stage: 'yaml', document: index, line, message: document.message });
      return;
    }
    const resolved = await resolvePlaceholders(document.value, source, options.readPlaceholder);
    dependencies.push(...resolved.dependencies);
    const verdict: EntityVerdict | { ok: false; stage: ProblemStage; faults: typeof resolved.faults } =
      resolved.faults.length > 0 ? { ok: false, stage: 'placeholder', faults: resolved.faults } : validate(resolved.value);
    if (!verdict.ok) {
      const entityRef = refOfBad(document.value);
      if (entityRef === undefined) keepAll = true;
      else keep.add(entityRef);
      for (const fault of verdict.faults) {
        const where = { document: index, line: document.lineOf(fault.path), ...(entityRef ? { entityRef } : {}) };
        problems.push({ stage: verdict.stage, ...where, path: fault.path, message: fault.message });
      }
      return;
    }
    admit(verdict.entity, document);
  }

  function admit(checked: Entity, { index, line, lineOf }: Extract<YamlDocument, { ok: true }>): void {
    const ref = stringifyEntityRef(checked);
    const report = (stage: ProblemStage, message: string, path?: string) =>
      problems.push({
        stage,
        document: index,
        line: path === undefined ? line : lineOf(path),
        entityRef: ref,
        message,
        ...(path ? { path } : {}),
      });
    if (!isAllowed(checked, origin.allow)) {
      report('rules', `Expected a kind that catalog.rules allow for ${origin.key}, found ${checked.kind} in ${ref}`, 'kind');
      return;
    }
    const earlier = entities.get(ref);
    if (earlier) {
      report('conflict', `Expected ${ref} once, found it again: document ${earlier.document} of the same source defines it`);
      return;
    }
    if (checked.kind.toLowerCase() === 'location') {
      const found = locationTargets(checked, source);
      targets.push(...found.targets);
      for (const message of found.refused) report('location', message, 'spec');
    }
    const entity = annotateEntity(checked, locationOf(source), origin.key);
    for (const { path, message } of declaredRelations(entity).faults) report('relation', message, path);
    entities.set(ref, { ref, document: index, line, entity });
  }
}

/** The ref that a refused document would have, where its kind, namespace and name can be made out. */
function refOfBad(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { kind, metadata } = value as { kind?: unknown; metadata?: { name?: unknown; namespace?: unknown } | null };
  const namespace = metadata?.namespace ?? DEFAULT_NAMESPACE;
  const parts = [kind, namespace, metadata?.name];
  const plain = parts.every(part => typeof part === 'string' && /^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/.test(part));
  return plain
    ? stringifyEntityRef({ kind: String(kind), namespace: String(namespace), name: String(metadata?.name) })
    : undefined;
}
