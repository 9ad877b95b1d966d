import { createHash } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import { durationMs } from '@portico/config';
import { configErrors, createError } from '@portico/errors';
import type { JsonObject, JsonValue } from '@portico/plugin-catalog-common';
import type { CatalogTree } from '@portico/plugin-catalog-node';
import { isDynamicPattern } from 'tinyglobby';
import { defaultAllow, parseAllow, parseRules } from './allow-rules.ts';
import type { AllowRule } from './allow-rules.ts';

/** One configured location, or one entity provider: where reading begins, and what it may bring in. */
export interface CatalogOrigin {
  readonly type: 'file' | 'url' | 'provider';
  /** Absolute path or glob, URL, or name of the provider. */
  readonly target: string;
  /** `file:/folder/all.yaml`: identifies the origin. */
  readonly key: string;
  /** Of the generated Location entity, and its name. */
  readonly id: string;
  readonly allow: readonly AllowRule[];
  /** Files are read only from inside this folder, whatever a Location entity or placeholder names. */
  readonly folder?: string;
  /** What a provider brought last; undefined until it brings something. */
  readonly tree?: CatalogTree | undefined;
}

/** The `catalog` section as the plugin uses it. */
export interface CatalogConfig {
  readonly origins: readonly CatalogOrigin[];
  readonly readonly: boolean;
  /** Milliseconds between two reads of all locations; false: they are read at the start and on request only. */
  readonly intervalMs: number | false;
  /** What the rules allow for a location that is not listed here. */
  readonly allowOf: (location: { type: string; target: string }) => readonly AllowRule[];
}

const defaultIntervalMs = 100_000;
/**
 * Reads the `catalog` section; paths are relative to `directory`.
 *
 * @throws configErrors.VALUE_INVALID for a URL that cannot be read
 */
export function readCatalogConfig(section: JsonObject, directory: string): CatalogConfig {
  const locations = (section['locations'] ?? []) as readonly JsonObject[];
  const origins = new Map<string, CatalogOrigin>();
  for (const [index, location] of locations.entries()) {
    assertUrl(location, `catalog.locations[${index}].target`);
    const origin = readOrigin(location, section['rules'], directory);
    if (!origins.has(origin.key)) origins.set(origin.key, origin);
  }
  return {
    origins: [...origins.values()],
    readonly: section['readonly'] === true,
    intervalMs: readInterval(section['processingInterval']),
    allowOf: location => rulesFor(section['rules'], location),
  };
}

function assertUrl({ type, target }: JsonObject, path: string): void {
  if (type !== 'url' || /^https?:$/.test(URL.parse(String(target))?.protocol ?? '')) return;
  const expected = 'an http or https URL, since the type is url';
  throw createError(configErrors.VALUE_INVALID, {
    path,
    expected,
    received: JSON.stringify(target),
    source: 'the configuration',
  });
}

function readOrigin(location: JsonObject, globalRules: JsonValue | undefined, directory: string): CatalogOrigin {
  const type = location['type'] as 'file' | 'url';
  const written = location['target'] as string;
  const target = type === 'file' ? resolve(directory, written) : new URL(written).href;
  const own = [...parseAllow(location['allow']), ...parseRules(location['rules'], { type, target })];
  const global = rulesFor(globalRules, { type, target: written });
  const within = location['within'];
  const key = `${type}:${target}`;
  return {
    type,
    target,
    key,
    id: createHash('sha1').update(key).digest('hex'),
    allow: [...global, ...own],
    ...(type === 'file' ? { folder: typeof within === 'string' ? resolve(directory, within) : folderOf(target) } : {}),
  };
}

function rulesFor(rules: JsonValue | undefined, location: { type: string; target: string }): readonly AllowRule[] {
  return rules === undefined ? defaultAllow : parseRules(rules, location);
}

function folderOf(target: string): string {
  const parts = target.split('/');
  const firstDynamic = parts.findIndex(part => isDynamicPattern(part));
  return firstDynamic < 0 ? dirname(target) : join('/', ...parts.slice(0, firstDynamic));
}

function readInterval(value: JsonValue | undefined): number | false {
  return value !== false && (durationMs(value) || defaultIntervalMs);
}
