import { textAt, textsOfParts } from '../manifest-parts.ts';
import { defineRule } from '../rule.ts';

/** The entry is one of the assets, so that its digest is known. */
export const entryIsListedInAssets = defineRule('entry-is-listed-in-assets', (input, report) => {
  const entry = textAt(input.manifest, 'federation.entry');
  const assets = textsOfParts(input.manifest, 'assets', 'path').map(asset => asset.text);
  if (!entry || assets.includes(entry)) return;
  report({
    path: 'federation.entry',
    message: `Expected one of the ${assets.length} assets, got ${JSON.stringify(entry)}`,
    fix: 'List the entry in "assets" with its digest: the preset and `portico manifest <dist>` do',
  });
});
