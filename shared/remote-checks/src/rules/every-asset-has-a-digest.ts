import { integrityPattern } from '@portico/contracts';
import { partsAt } from '../manifest-parts.ts';
import { defineRule } from '../rule.ts';

/** Every asset has a SHA-384: what has no digest does not run. */
export const everyAssetHasADigest = defineRule('every-asset-has-a-digest', (input, report) => {
  for (const { path, value } of partsAt(input.manifest, 'assets')) {
    if (typeof value.integrity === 'string' && integrityPattern.test(value.integrity)) continue;
    const received = JSON.stringify(value.integrity) ?? 'nothing';
    report({
      path: `${path}.integrity`,
      message: `Expected sha384- and 64 base64 characters for ${String(value.path)}, got ${received}`,
      fix: 'Stamp the build again: the preset and `portico manifest <dist>` write the digest of each file',
    });
  }
});
