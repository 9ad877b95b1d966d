/** Where in the reading of a location a problem was found. */
export type ProblemStage = 'location' | 'read' | 'yaml' | 'placeholder' | 'envelope' | 'kind' | 'rules' | 'conflict' | 'relation';

/** One thing that keeps an entity, or a whole file, out of the catalog. Served at `GET /api/catalog/problems`. */
export interface CatalogProblem {
  /** What was being read: `file:/folder/catalog-info.yaml`. */
  readonly location: string;
  /** The configured location from which it was reached. */
  readonly origin: string;
  readonly stage: ProblemStage;
  readonly message: string;
  /** Index of the document in its file, from 0. */
  readonly document?: number;
  /** Line in the file, from 1. */
  readonly line?: number;
  /** Dotted path inside the entity. */
  readonly path?: string;
  /** The entity concerned, where it is known. */
  readonly entityRef?: string;
}
