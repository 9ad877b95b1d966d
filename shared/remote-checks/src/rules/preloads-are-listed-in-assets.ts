import { textsAt, textsOfParts } from '../manifest-parts.ts';
import { defineRule } from '../rule.ts';

/** What is to be preloaded is among the assets: other paths are not served. */
export const preloadsAreListedInAssets = defineRule('preloads-are-listed-in-assets', (input, report) => {
  const assets = textsOfParts(input.manifest, 'assets', 'path').map(asset => asset.text);
  for (const preload of textsAt(input.manifest, 'federation.preload')) {
    if (preload.text === '' || assets.includes(preload.text)) continue;
    report({
      path: preload.path,
      message: `Expected one of the ${assets.length} assets, got ${JSON.stringify(preload.text)}`,
      fix: 'Build the remote again; the file is gone or has another name now',
    });
  }
});
