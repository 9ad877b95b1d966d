import { partsAt } from '../manifest-parts.ts';
import type { BuiltFile } from '../rule.ts';
import { defineRule } from '../rule.ts';

function differenceOf(asset: Readonly<Record<string, unknown>>, file: BuiltFile | undefined): string | undefined {
  if (!file) return 'no such file';
  if (asset.bytes !== file.bytes) return `${file.bytes} bytes instead of ${String(asset.bytes)}`;
  // An asset without a digest is what another rule reports.
  const comparable = typeof asset.integrity === 'string' && file.integrity !== undefined;
  if (comparable && asset.integrity !== file.integrity) return 'other bytes than the recorded digest stands for';
  return undefined;
}

/** Each asset of the manifest is there with the recorded size and digest. */
export const assetsMatchTheFiles = defineRule('assets-match-the-files', (input, report) => {
  if (!input.files) return;
  const files = new Map(input.files.map(file => [file.path, file]));
  for (const { value } of partsAt(input.manifest, 'assets')) {
    if (typeof value.path !== 'string') continue;
    const difference = differenceOf(value, files.get(value.path));
    if (!difference) continue;
    report({
      path: value.path,
      message: `Expected the file that portico-plugin.json describes, got ${difference}`,
      fix: 'Build the remote again and leave its output as it is',
    });
  }
});
