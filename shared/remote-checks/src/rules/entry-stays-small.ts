import { textAt } from '../manifest-parts.ts';
import { defineRule } from '../rule.ts';

const largest = 9 * 1024;

/** The entry is fetched before anything of the remote shows, so it holds nothing but the container. */
export const entryStaysSmall = defineRule('entry-stays-small', (input, report) => {
  const entry = textAt(input.manifest, 'federation.entry');
  const size = input.files?.find(file => file.path === entry)?.gzipBytes;
  if (entry === undefined || size === undefined || size <= largest) return;
  report({
    path: entry,
    message: `Expected at most ${largest} bytes after gzip, got ${size}`,
    fix: 'Import pages by () => import(...) and leave the federation runtime to the shell, as the preset does',
  });
});
