import type { ConfigReader, JsonObject } from '@portico/config';

/** Levels that a line can have, with the numbers that the log shows. */
export const levelNumbers = { debug: 20, info: 30, warn: 40, error: 50, silent: 100 } as const;

/** A level of the log. */
export type LogLevel = keyof typeof levelNumbers;

/** Another least level for lines whose fields fit. */
export interface LevelOverride {
  /** By name of a field, `message` among them: a text, a pattern between slashes, or several of these. All have to fit. */
  readonly matchers: Readonly<Record<string, string | readonly string[]>>;
  readonly level: LogLevel;
}

/** What `backend.logger` comes down to. */
export interface LoggerSettings {
  readonly level?: LogLevel;
  readonly meta?: JsonObject;
  readonly overrides?: readonly LevelOverride[];
}

/** Reads `backend.logger` with the keys of Backstage. */
export function readLoggerSettings(config: ConfigReader): LoggerSettings {
  const level = config.getOptionalString('backend.logger.level') as LogLevel | undefined;
  const meta = config.getOptional<JsonObject>('backend.logger.meta');
  const overrides = config.getOptional('backend.logger.overrides') as unknown as readonly LevelOverride[] | undefined;
  return { ...(level ? { level } : {}), ...(meta ? { meta } : {}), ...(overrides ? { overrides } : {}) };
}

function matcherOf(expected: string): (value: string) => boolean {
  const [, pattern] = /^\/(.+)\/$/s.exec(expected) ?? [];
  if (pattern === undefined) return value => value === expected;
  const expression = new RegExp(pattern);
  return value => expression.test(value);
}

/** Makes the function that tells the least level for a line with these fields; undefined where no override fits. */
export function createLevelChoice(overrides: readonly LevelOverride[]): (fields: object) => number | undefined {
  const rules = overrides.map(({ matchers, level }) => ({
    least: levelNumbers[level],
    tests: Object.entries(matchers).map(([field, expected]) => ({ field, matches: [expected].flat().map(matcherOf) })),
  }));
  return fields => {
    const valueOf = (field: string): unknown => (fields as Record<string, unknown>)[field];
    const fits = ({ tests }: (typeof rules)[number]) =>
      tests.every(({ field, matches }) => matches.some(match => match(String(valueOf(field) ?? ''))));
    return rules.find(fits)?.least;
  };
}
