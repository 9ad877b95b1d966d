import type { ConfigReader, JsonObject, JsonSchema } from '@portico/config';

/** The configuration as it is now; values read later may differ when a file has changed. */
export interface RootConfigService extends ConfigReader {
  /** Calls `listener` after each valid change of the files. Returns the function that ends it. */
  subscribe(listener: (reader: ConfigReader) => void): () => void;
  /** The merged values, deep frozen. */
  data(): JsonObject;
  /** Schemas of the core and of all features: they tell who may see which value. */
  schemas(): readonly JsonSchema[];
  /** Names the file or variable that gives a value, or its nearest parent, for messages. */
  sourceOf(path: string): string;
}
