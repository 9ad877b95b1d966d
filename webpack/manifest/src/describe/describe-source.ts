import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { understandBrowserSources } from './browser-sources.ts';
import { descriptionOf } from './description-of.ts';
import type { DescribeRequest } from './messages.ts';

/** Runs `plugin.tsx` without a browser and reads what it describes. Its loaders are never called. */
export async function describeSource({ file, refused }: Extract<DescribeRequest, { kind: 'source' }>): Promise<unknown> {
  const ownFiles = [file, join(dirname(file), 'routes.ts')].map(path => pathToFileURL(path).href);
  understandBrowserSources(new Set(ownFiles), refused);
  return descriptionOf((await import(ownFiles[0] ?? file)) as unknown);
}
