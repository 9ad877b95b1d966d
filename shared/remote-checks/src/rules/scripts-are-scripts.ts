import { defineRule } from '../rule.ts';

/** How files begin that are no scripts, whatever their name says. A mark of the byte order and blanks may stand before. */
const others: readonly (readonly [string, string])[] = [
  ['<', 'a page or a picture'],
  ['MZ', 'a program'],
  ['\x7fELF', 'a program'],
  ['PK\x03\x04', 'an archive'],
  ['\x1f\x8b', 'an archive'],
  ['%PDF', 'a document'],
];

/** A file that calls itself a script holds none of what others would take for something else. */
export const scriptsAreScripts = defineRule('scripts-are-scripts', (input, report) => {
  for (const { path, head } of input.files ?? []) {
    const start = head?.replace(/^(\xef\xbb\xbf)?\s*/, '') ?? '';
    const [, what] = others.find(([beginning]) => start.startsWith(beginning)) ?? [];
    if (what === undefined || !/\.[cm]?js$/.test(path)) continue;
    report({
      path,
      message: `Expected a script in ${path}, got ${what}`,
      fix: 'Give the file the name of what it is, or leave it out of the build',
    });
  }
});
