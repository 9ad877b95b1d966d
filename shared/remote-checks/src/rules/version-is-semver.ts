import parse from 'semver/functions/parse.js';
import { textAt } from '../manifest-parts.ts';
import { defineRule } from '../rule.ts';

const longest = 120;

function isExactVersion(version: string): boolean {
  if (version.length > longest) return false;
  const parsed = parse(version);
  if (!parsed) return false;
  return version === parsed.version + (parsed.build.length > 0 ? `+${parsed.build.join('.')}` : '');
}

/** The version is one semantic version, in its canonical form. */
export const versionIsSemver = defineRule('version-is-semver', (input, report) => {
  const version = textAt(input.manifest, 'version');
  if (version === undefined || version === '' || isExactVersion(version)) return;
  report({
    path: 'version',
    message: `Expected a semantic version of at most 120 characters like 1.4.0 or 2.0.0-beta.1, got ${JSON.stringify(version.slice(0, 80))}`,
    fix: 'Correct "version" in the package.json of the remote',
  });
});
