import { partsAt } from '../manifest-parts.ts';
import { defineRule } from '../rule.ts';

const largest = 8 * 1024 * 1024;

/** No asset is larger than the artifact store takes. */
export const everyAssetIsAtMost8Mb = defineRule('every-asset-is-at-most-8-mb', (input, report) => {
  for (const { path, value } of partsAt(input.manifest, 'assets')) {
    if (typeof value.bytes !== 'number' || value.bytes <= largest) continue;
    report({
      path: `${path}.bytes`,
      message: `Expected at most ${largest} bytes for ${String(value.path)}, got ${value.bytes}`,
      fix: 'Split the file, or load the data from a backend instead of shipping it',
    });
  }
});
