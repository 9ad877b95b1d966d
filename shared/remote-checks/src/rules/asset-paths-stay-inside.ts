import { textsOfParts } from '../manifest-parts.ts';
import { defineRule } from '../rule.ts';

/** `~<n>/` before a path is how the shell asks again for the same bytes, so no asset may begin with it. */
const retryPrefix = /^~\d+(\/|$)/;

function faultOf(path: string): string | undefined {
  if (path.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(path)) return 'an absolute one';
  if (path.includes('\\')) return 'a backslash';
  if (/%|\p{Cc}|[?#]/u.test(path)) return 'a character that means something in a URL';
  if (path.split('/').some(part => part === '' || part === '.' || part === '..')) return 'an empty, "." or ".." part';
  if (retryPrefix.test(path)) return 'the prefix of retries';
  return undefined;
}

/** Asset paths are relative, canonical and can't leave the folder of their version. */
export const assetPathsStayInside = defineRule('asset-paths-stay-inside', (input, report) => {
  const seen = new Set<string>();
  for (const { path, text } of textsOfParts(input.manifest, 'assets', 'path')) {
    const fault = seen.has(text) ? 'the same path twice' : text === '' ? undefined : faultOf(text);
    seen.add(text);
    if (!fault) continue;
    report({
      path,
      message: `Expected a plain relative path below the build folder, got ${fault}: ${JSON.stringify(text.slice(0, 200))}`,
      fix: 'Emit files below the build folder under plain names, each listed once',
    });
  }
});
