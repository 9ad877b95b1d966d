import { createHash } from 'node:crypto';
import type { SourceEntity, SourceProblem } from '../reading/process-source.ts';
import type { SourceTarget } from '../reading/source.ts';

/** A file that placeholders of a source name, with its state when it was read. */
export interface SourceDependency {
  readonly path: string;
  readonly signature: string | undefined;
}

/** A source as it was read last. `type` is `config` for a configured location itself, whose target is `type:target`. */
export interface SourceRecord {
  readonly id: number;
  readonly origin: string;
  readonly type: 'file' | 'url' | 'config';
  readonly target: string;
  readonly parentRef?: string | undefined;
  /** Undefined: it could not be read, or not as it is now. */
  readonly signature?: string | undefined;
  readonly targets: readonly SourceTarget[];
  readonly dependencies: readonly SourceDependency[];
}

/** What one read of a source changes. */
export interface SourceUpdate {
  readonly source: Omit<SourceRecord, 'id'>;
  readonly entities: readonly SourceEntity[];
  /** Entities of the last read that stay although this read did not find them. */
  readonly keep: 'all' | ReadonlySet<string>;
  readonly problems: readonly SourceProblem[];
}

/** Identifies a source among those of all origins. */
export function sourceHash(source: { readonly origin: string; readonly type: string; readonly target: string }): string {
  return createHash('sha256').update(`${source.origin}\n${source.type}:${source.target}`).digest('hex');
}
